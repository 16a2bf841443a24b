import { fileNameOf } from '@downstream/graph-schema/file-name';
import { writePartiesCsv } from '@downstream/graph-schema/write-map-csv';
import { useTranslation } from 'react-i18next';
import { accountOf } from '../engine/account-of';
import { ExportPanel, type OfferedFile } from '../features/export/export-panel';
import { paperPalette } from '../features/picture/paper';
import { sheetOf } from '../features/picture/sheet';
import { face } from '../features/picture/type-face';
import { accountAsCsv } from '../features/table/account-csv';
import { mapFileAddress } from '../server/map-file-address';
import { onPaper, shownOrLaidOut, today, verdictOf, type ToPaper } from './paper';
import '../text/en-export';
import '../text/en-details';

export interface TakeAwayProps {
  /** The map's id. */
  map: string;
  /** What is on the page at the moment of asking. */
  toPaper: () => ToPaper;
  /** Prints one page; resolves when the browser's print window is closed or has taken over. */
  onPrint: () => Promise<void>;
  shown: boolean;
  onClose: () => void;
}

/** Puts together what the picture, the table and the map offer to be taken away. */
export default function TakeAway({ map, toPaper, onPrint, shown, onClose }: TakeAwayProps) {
  const { t, i18n } = useTranslation();
  const { content, ripple } = toPaper();
  const { name, mission } = content.map;

  const draw = async () => {
    const asked = toPaper();
    const picture = onPaper(await shownOrLaidOut(asked), t);
    if (!picture) return undefined;
    const said = verdictOf(asked.ripple);
    const words = {
      name,
      mission,
      verdict: said?.verdict,
      asked: said?.asked,
      sign: (entry: (typeof picture.legend)[number]) => t(`picture.legend.${entry}`),
      source: t('export.source', { day: today(i18n.language) }),
    };
    const sheet = sheetOf(picture, words, paperPalette());
    return { ...sheet, description: [mission, said?.asked, said?.verdict].filter(Boolean).join(' ') };
  };

  const mapFiles: OfferedFile[] = [
    { label: t('details.format.yaml'), address: mapFileAddress(map, 'yaml') },
    { label: t('details.format.json'), address: mapFileAddress(map, 'json') },
    { label: t('export.links'), address: mapFileAddress(map, 'csv') },
    {
      label: t('export.parties'),
      ending: 'parties.csv',
      type: 'text/csv',
      write: () => writePartiesCsv(content),
    },
  ];
  const rippleFiles: OfferedFile[] = ripple
    ? [
        {
          label: t('export.rippleCsv'),
          ending: 'csv',
          type: 'text/csv',
          write: () => accountAsCsv(accountOf(ripple), content),
        },
        {
          label: t('export.rippleJson'),
          ending: 'json',
          type: 'application/json',
          write: () => `${JSON.stringify(ripple.report, null, 2)}\n`,
        },
      ]
    : [];

  return (
    <ExportPanel
      name={name}
      fileName={fileNameOf(name)}
      family={face}
      draw={draw}
      onPrint={onPrint}
      mapFiles={mapFiles}
      rippleFiles={rippleFiles}
      shown={shown}
      onClose={onClose}
    />
  );
}
