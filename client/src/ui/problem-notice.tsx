import { useId, type ReactNode } from 'react';

/** What went wrong and what to do about it, said where it happened. */
export function ProblemNotice({
  title,
  sentence,
  details = [],
  tone = 'problem',
  children,
}: {
  title?: string;
  sentence: string;
  details?: readonly string[];
  /** A note tells what is so; nothing went wrong. */
  tone?: 'problem' | 'note';
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div
      className="notice"
      data-tone={tone}
      role={tone === 'note' ? 'status' : 'alert'}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <p id={id} className="notice-title">
          {title}
        </p>
      )}
      <p>{sentence}</p>
      {details.length > 0 && (
        <ul>
          {details.map((detail, index) => (
            <li key={index}>{detail}</li>
          ))}
        </ul>
      )}
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  );
}
