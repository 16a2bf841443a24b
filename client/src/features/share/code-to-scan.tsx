import { Button, Stack } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface CodeToScanProps {
  address: string;
  /** What it leads to. */
  title: string;
  /** The map's name. */
  map: string;
}

/** An address for a phone's camera: for whoever stands beside, and for a room, as large as the screen. */
export function CodeToScan({ address, title, map }: CodeToScanProps) {
  const { t } = useTranslation();
  const code = useRef<HTMLDivElement>(null);
  return (
    <Stack gap="xs" align="start">
      <div ref={code} className="qr">
        <QRCodeSVG value={address} size={208} marginSize={2} title={title} />
        <p className="qr-words">{t('share.scan', { map })}</p>
        <Button className="qr-close" variant="default" onClick={() => void document.exitFullscreen()}>
          {t('app.close')}
        </Button>
      </div>
      {document.fullscreenEnabled && (
        <Button variant="default" size="xs" onClick={() => void code.current?.requestFullscreen()}>
          {t('share.onTheWall')}
        </Button>
      )}
    </Stack>
  );
}
