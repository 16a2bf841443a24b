import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../ui/download';
import { Part } from '../../ui/part';
import { ProblemNotice } from '../../ui/problem-notice';
import { paintedPng, wantedScale } from './painted-png';
import { paintedSvg } from './painted-svg';
import '../../text/en-export';

/** A sheet to be drawn: pixels at scale 1, and how to paint it at a scale. */
interface DrawnSheet {
  width: number;
  height: number;
  /** For those who hear the picture. */
  description: string;
  paint: (context: CanvasRenderingContext2D, scale: number) => void;
}

/** A file that is on the server, or is written here when it is asked for. */
export type OfferedFile = { label: string } & (
  { address: string } | { ending: string; type: string; write: () => string }
);

export interface ExportPanelProps {
  /** The map's name, and what its files are called, without an ending. */
  name: string;
  fileName: string;
  family: string;
  /** Draws the sheet; undefined where there is nothing to draw. */
  draw: () => Promise<DrawnSheet | undefined>;
  onPrint: () => Promise<void>;
  mapFiles: readonly OfferedFile[];
  /** Empty while no ripple plays. */
  rippleFiles: readonly OfferedFile[];
  shown: boolean;
  onClose: () => void;
}

type Way = 'png' | 'svg' | 'print';

/** Everything that can be taken out of the tool: the picture, a hand-out, the ripple and the map as files. */
export function ExportPanel(props: ExportPanelProps) {
  const { name, fileName, family, draw, onPrint, mapFiles, rippleFiles, shown, onClose } = props;
  const { t } = useTranslation();
  const [busy, setBusy] = useState<Way>();
  const [said, setSaid] = useState<{ tone: 'note' | 'problem'; sentence: string }>();

  const take = async (way: Way, act: () => Promise<typeof said>): Promise<void> => {
    setBusy(way);
    setSaid(undefined);
    try {
      setSaid(await act());
    } catch {
      setSaid({ tone: 'problem', sentence: t('export.failed') });
    }
    setBusy(undefined);
  };
  const svg = async (): Promise<typeof said> => {
    const sheet = await draw();
    if (!sheet) return { tone: 'note', sentence: t('export.nothing') };
    const { width, height, description, paint } = sheet;
    const text = paintedSvg({
      width,
      height,
      title: name,
      description,
      family,
      paint: (context) => paint(context, 1),
    });
    download(`${fileName}.svg`, new Blob([text], { type: 'image/svg+xml' }));
    return undefined;
  };
  const png = async (): Promise<typeof said> => {
    const sheet = await draw();
    if (!sheet) return { tone: 'note', sentence: t('export.nothing') };
    const painted = await paintedPng(sheet.width, sheet.height, sheet.paint);
    if (!painted) return { tone: 'problem', sentence: t('export.tooLarge') };
    download(`${fileName}.png`, painted.blob);
    if (painted.scale === wantedScale) return undefined;
    const percent = `${Math.max(1, Math.round((100 * painted.scale) / wantedScale))} %`;
    return { tone: 'note', sentence: t('export.smaller', { percent }) };
  };
  const print = async (): Promise<typeof said> => {
    await onPrint();
    return undefined;
  };
  const button = (way: Way, label: string, act: () => Promise<typeof said>) => (
    <Button
      variant="default"
      loading={busy === way}
      disabled={busy !== undefined && busy !== way}
      onClick={() => void take(way, act)}
    >
      {label}
    </Button>
  );

  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('app.close') }}
      opened={shown}
      onClose={onClose}
      title={t('export.title')}
      size="lg"
    >
      <Stack gap="xl">
        <Part title={t('export.picture')}>
          <Hint>{t('export.pictureHint')}</Hint>
          <Group>
            {button('png', t('export.png'), png)}
            {button('svg', t('export.svg'), svg)}
          </Group>
          {busy && busy !== 'print' && (
            <Text size="sm" c="dimmed" role="status">
              {t('export.drawing')}
            </Text>
          )}
          {said && <ProblemNotice tone={said.tone} sentence={said.sentence} />}
        </Part>
        <Part title={t('export.handOut')}>
          <Hint>{t(rippleFiles.length > 0 ? 'export.handOutHint' : 'export.calmHint')}</Hint>
          <Group>{button('print', t('export.print'), print)}</Group>
        </Part>
        {rippleFiles.length > 0 && (
          <Part title={t('export.ripple')}>
            <Hint>{t('export.rippleHint')}</Hint>
            <Files files={rippleFiles} fileName={`${fileName}-ripple`} />
          </Part>
        )}
        <Part title={t('export.map')}>
          <Hint>{t('export.mapHint')}</Hint>
          <Files files={mapFiles} fileName={fileName} />
        </Part>
      </Stack>
    </Modal>
  );
}

const Hint = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
);

function Files({ files, fileName }: { files: readonly OfferedFile[]; fileName: string }) {
  return (
    <Group>
      {files.map((file) =>
        'address' in file ? (
          <Button key={file.label} component="a" variant="default" href={file.address} download>
            {file.label}
          </Button>
        ) : (
          <Button
            key={file.label}
            variant="default"
            onClick={() =>
              download(`${fileName}.${file.ending}`, new Blob([file.write()], { type: file.type }))
            }
          >
            {file.label}
          </Button>
        ),
      )}
    </Group>
  );
}
