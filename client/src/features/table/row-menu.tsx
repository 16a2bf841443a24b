import { ActionIcon, Menu } from '@mantine/core';
import { useRef, useState } from 'react';

export interface RowAction {
  label: string;
  act: () => void;
  isRemoval?: boolean;
}

export interface RowMenuProps {
  label: string;
  actions: readonly RowAction[];
}

const dots = (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    {[3, 8, 13].map((x) => (
      <circle key={x} cx={x} cy="8" r="1.5" fill="currentColor" />
    ))}
  </svg>
);

/** What can be done with a row. The menu is made when it is first asked for: a table may have thousands of rows. */
export function RowMenu({ label, actions }: RowMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  if (!isWanted) {
    return (
      <ActionIcon
        variant="subtle"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setWanted(true)}
      >
        {dots}
      </ActionIcon>
    );
  }
  return (
    // The button that was pressed is gone by now; this one stands in its place.
    <Menu position="bottom-end" defaultOpened onClose={() => target.current?.focus()}>
      <Menu.Target>
        <ActionIcon ref={target} variant="subtle" aria-label={label}>
          {dots}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label: name, act, isRemoval = false }) => (
          <Menu.Item key={name} onClick={act} {...(isRemoval && { color: 'var(--hit-text)' })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
