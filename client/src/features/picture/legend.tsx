import { useTranslation } from 'react-i18next';
import {
  legendEntries,
  legendRoom,
  legendSigns,
  signSize,
  type Explained,
  type SignColour,
  type SignPiece,
} from './legend-signs';

const { width, height } = signSize;
const colour = (name: SignColour | undefined): string => (name ? `var(--${name})` : 'none');

interface LegendProps extends Explained {
  /** A ripple may begin at any moment. */
  mayRipple?: boolean;
}

export function Legend({ open, ...explained }: LegendProps & { open: boolean }) {
  const { t } = useTranslation();
  if (explained.content.parties.length === 0) return null;
  return (
    <details className="picture-legend" open={open}>
      <summary>{t('picture.legend.title')}</summary>
      <LegendList {...explained} />
    </details>
  );
}

/** Each sign with what it means. */
export function LegendList({ mayRipple = false, ...explained }: LegendProps) {
  const { t } = useTranslation();
  const listed = mayRipple
    ? legendRoom(explained)
    : legendEntries(explained).map((entry) => ({ entry, isPresent: true }));
  return (
    <ul>
      {listed.map(({ entry, isPresent }) => (
        <li key={entry} data-present={isPresent}>
          <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {legendSigns[entry].map((piece, index) => (
              <Piece key={index} {...piece} />
            ))}
          </svg>
          {t(`picture.legend.${entry}`)}
        </li>
      ))}
    </ul>
  );
}

function Piece({ box, line, fill, stroke, strokeWidth, dash }: SignPiece) {
  const look = {
    fill: colour(fill),
    stroke: colour(stroke),
    strokeWidth,
    strokeDasharray: dash?.join(' '),
  };
  if (!box) return <path d={line} {...look} />;
  const { radius, ...sides } = box;
  return <rect {...sides} rx={radius} {...look} />;
}
