import { useNotifications } from '@mantine/notifications';
import { useState } from 'react';
import { later } from './later';

/** What draws short messages. */
export const drawnToasts = later(() => import('./drawn-toasts'));
const Drawn = drawnToasts.Part;

/** Short messages at the edge of the page. What draws them is loaded with the first one, and then stays. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [isWanted, setWanted] = useState(false);
  if (notifications.length > 0 && !isWanted) setWanted(true);
  return isWanted && <Drawn />;
}
