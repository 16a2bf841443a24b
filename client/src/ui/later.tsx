import { Button } from '@mantine/core';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';

export interface Later<Props> {
  /** What is drawn: nothing while it loads, and a way to try again where it could not be loaded. */
  Part: ComponentType<Props>;
  /** Loads it before anyone asks for it. A failure stays silent: whoever asks for it tries again. */
  preload: () => void;
  /** Loads it, and rejects where that fails. */
  load: () => Promise<unknown>;
}

/**
 * A part of the page that the first load leaves out. Unlike React's own lazy it remembers no failure: a laptop
 * that lost its network in a meeting room gets the part on the next try.
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Later<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<unknown> | undefined;

  const begin = (): Promise<unknown> => {
    loading ??= load().then(
      (module) => {
        loaded = module.default;
      },
      (reason: unknown) => {
        loading = undefined;
        throw reason;
      },
    );
    return loading;
  };

  function Part(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading');

    useEffect(() => {
      if (loaded) return;
      let left = false;
      const say = (outcome: typeof state) => () => {
        if (!left) setState(outcome);
      };
      begin().then(say('loaded'), say('failed'));
      return () => {
        left = true;
      };
    }, [attempt]);

    const Loaded = loaded;
    if (Loaded) return <Loaded {...props} />;
    if (state !== 'failed') return null;
    return (
      <PartMissing
        onAgain={() => {
          setState('loading');
          setAttempt(attempt + 1);
        }}
      />
    );
  }

  return { Part, preload: () => void begin().catch(() => undefined), load: begin };
}

function PartMissing({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <ProblemNotice title={t('later.missing')} sentence={t('later.missingHint')}>
      <Button size="compact-sm" variant="default" onClick={onAgain}>
        {t('app.again')}
      </Button>
    </ProblemNotice>
  );
}
