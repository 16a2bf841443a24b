import { useTranslation } from 'react-i18next';
import type { useScene } from './use-scene';

interface PictureNotesProps {
  /** From whom a new link is being drawn by keys or taps, by name. */
  connectingFrom: string | undefined;
  onStop: () => void;
  status: ReturnType<typeof useScene>['status'];
  /** How many cards there are to be, and whether any is shown already. */
  parties: number;
  isShown: boolean;
  /** Nobody is chosen and nothing plays: whoever looks may not know where to begin. */
  isIdle: boolean;
}

/** Above this many cards none can be read on any screen before one comes near. */
const mostSeenAtOnce = 500;

/** What must be known of the picture just now, in a line laid over it. */
export function PictureNotes(props: PictureNotesProps) {
  const { connectingFrom, onStop, status, parties, isShown, isIdle } = props;
  const { t } = useTranslation();
  return (
    <>
      {connectingFrom !== undefined && (
        <p className="picture-note lifted">
          {t('picture.connect.choose', { name: connectingFrom })}
          <button type="button" onClick={onStop}>
            {t('picture.connect.stop')}
          </button>
        </p>
      )}
      {status === 'failed' && (
        <p className="picture-note lifted" role="alert">
          {t('picture.layoutFailed')}
        </p>
      )}
      {status === 'laying-out' && !isShown && parties > 0 && (
        <p className="picture-note lifted" role="status">
          {t('picture.layingOut')}
        </p>
      )}
      {isShown && isIdle && parties > mostSeenAtOnce && (
        <p className="picture-note lifted from-afar no-print">{t('picture.tooMany', { count: parties })}</p>
      )}
      {parties === 0 && <p className="picture-note lifted">{t('picture.empty')}</p>}
    </>
  );
}
