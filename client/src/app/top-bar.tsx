import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColourSchemeToggle } from '../ui/colour-scheme-toggle';
import './top-bar.css';

/** The bar over the pages that are not a map. */
export function TopBar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <img src="/favicon.svg" width="26" height="26" alt="" />
        <span>{t('app.name')}</span>
      </Link>
      <Group gap="sm" ml="auto" wrap="nowrap">
        {children}
        <ColourSchemeToggle toDark={t('app.toDark')} toLight={t('app.toLight')} />
      </Group>
    </header>
  );
}
