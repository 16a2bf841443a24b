import { Alert, Group, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';

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
  return (
    <Alert
      color={tone === 'note' ? 'accent' : 'red'}
      variant="light"
      role={tone === 'note' ? 'status' : 'alert'}
      {...(title !== undefined && { title })}
    >
      <Text size="sm">{sentence}</Text>
      {details.length > 0 && (
        <List size="sm" mt="xs" style={{ maxHeight: 240, overflowY: 'auto' }}>
          {details.map((detail, index) => (
            <List.Item key={index}>{detail}</List.Item>
          ))}
        </List>
      )}
      {children !== undefined && <Group mt="sm">{children}</Group>}
    </Alert>
  );
}
