import { TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export interface EditableTitleProps {
  text: string;
  label: string;
  editLabel: string;
  readOnly: boolean;
  maxLength: number;
  /** Answers what is wrong with the text, if anything. */
  onCommit: (text: string) => string | undefined;
}

/** The page's heading, which becomes a field when it is pressed. */
export function EditableTitle({ text, label, editLabel, readOnly, maxLength, onCommit }: EditableTitleProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const isEditing = draft !== undefined;

  useEffect(() => {
    if (isEditing) input.current?.select();
  }, [isEditing]);

  if (!isEditing) {
    return (
      <h1 className="page-title" title={text}>
        {readOnly ? (
          <span className="page-title-text">{text}</span>
        ) : (
          <UnstyledButton className="page-title" aria-label={editLabel} onClick={() => setDraft(text)}>
            <span className="page-title-text">{text}</span>
          </UnstyledButton>
        )}
      </h1>
    );
  }
  const finish = () => {
    const wrong = draft === text ? undefined : onCommit(draft);
    setProblem(wrong);
    if (wrong === undefined) setDraft(undefined);
  };
  return (
    <TextInput
      ref={input}
      aria-label={label}
      value={draft}
      error={problem}
      maxLength={maxLength}
      style={{ flexGrow: 1, maxWidth: 420 }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setProblem(undefined);
          setDraft(undefined);
        }
      }}
    />
  );
}
