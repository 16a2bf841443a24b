import { Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface CommittedFieldProps {
  label: ReactNode;
  /** What is kept now. */
  value: string;
  /** Called with a text that differs from what is kept; answers what is wrong with it, if anything. */
  onCommit: (text: string) => string | undefined;
  description?: ReactNode;
  placeholder?: string | undefined;
  /** The words before it, where what is typed ends a sentence. */
  begins?: string;
  /** Lines to show; more than one makes Enter begin a new line, and Ctrl+Enter commit. */
  lines?: number;
  readOnly?: boolean;
  maxLength?: number;
  /** The field was opened to be typed in. */
  focusAtOnce?: boolean;
  rightSection?: ReactNode;
  size?: 'xs' | 'sm';
  /** For a field whose label is elsewhere. */
  'aria-label'?: string;
}

/**
 * A text that is committed on leaving the field or on Enter, and given up on Escape. While someone types, what
 * they typed stays, whatever arrives from elsewhere; so does a text that was refused, with the reason.
 */
export function CommittedField({
  value,
  onCommit,
  lines = 1,
  readOnly = false,
  focusAtOnce = false,
  begins,
  ...field
}: CommittedFieldProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const givenUp = useRef(false);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  useEffect(() => {
    if (focusAtOnce) input.current?.select();
  }, [focusAtOnce]);

  const commit = () => {
    if (givenUp.current || draft === undefined || draft === value) {
      givenUp.current = false;
      setDraft(undefined);
      setProblem(undefined);
      return;
    }
    const wrong = onCommit(draft);
    setProblem(wrong);
    if (wrong === undefined) setDraft(undefined);
  };

  // Whoever closes the page or loads it again leaves the field, though no browser says so.
  useEffect(() => {
    if (draft === undefined) return;
    addEventListener('pagehide', commit);
    return () => removeEventListener('pagehide', commit);
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      if (draft === undefined || draft === value) return;
      event.stopPropagation();
      givenUp.current = true;
      event.currentTarget.blur();
      event.currentTarget.focus();
    } else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };

  const shared = {
    ...field,
    ...(begins !== undefined && {
      leftSection: (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {begins}
        </Text>
      ),
      leftSectionWidth: `${begins.length / 2 + 1.5}rem`,
      // The middle of a sentence: a phone's keyboard must not begin it with a capital.
      autoCapitalize: 'none',
    }),
    ref: input,
    value: draft ?? value,
    error: problem,
    readOnly,
    variant: readOnly ? ('unstyled' as const) : ('default' as const),
    onChange: (event: { currentTarget: { value: string } }) => {
      setDraft(event.currentTarget.value);
      setProblem(undefined);
    },
    onBlur: commit,
    onKeyDown,
  };
  return lines > 1 ? <Textarea {...shared} rows={lines} resize="vertical" /> : <TextInput {...shared} />;
}
