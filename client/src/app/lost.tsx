import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureInWords } from '../server/failure-in-words';
import './lost.css';
import { TopBar } from './top-bar';

/** A page with nothing to show: what happened, and the way on. */
export function Lost({
  title,
  sentence,
  children,
}: {
  title: string;
  sentence: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TopBar />
      <main className="lost">
        <h1>{title}</h1>
        <p>{sentence}</p>
        <div className="notice-actions">
          {children}
          <Button component={Link} to="/" variant="default">
            {t('app.home')}
          </Button>
        </div>
      </main>
    </>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return <Lost title={t('lost.title')} sentence={t('lost.nothingHere')} />;
}

/** Something broke while a page was drawn. */
export function Crashed({ failure }: { failure: unknown }) {
  const { t } = useTranslation();
  return (
    <Lost title={t('lost.crashed')} sentence={failureInWords(failure).sentence}>
      <Button onClick={() => location.reload()}>{t('lost.reload')}</Button>
    </Lost>
  );
}
