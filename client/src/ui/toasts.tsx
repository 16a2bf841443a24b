import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const Drawn = lazy(() => import('./drawn-toasts'));

/** Short messages at the edge of the page. What draws them is loaded with the first one, and then stays. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [isWanted, setWanted] = useState(false);
  if (notifications.length > 0 && !isWanted) setWanted(true);
  return <Suspense fallback={null}>{isWanted && <Drawn />}</Suspense>;
}
