import { Stack } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A part of a panel under a small heading of its own. */
export function Part({ title, children, gap = 'sm' }: { title: string; children: ReactNode; gap?: string }) {
  const id = useId();
  return (
    <Stack component="section" gap={gap} aria-labelledby={id}>
      <h3 id={id} className="part-heading">
        {title}
      </h3>
      {children}
    </Stack>
  );
}
