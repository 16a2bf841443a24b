import { Notifications } from '@mantine/notifications';

/** Where short messages stand: at the edge that neither the panel nor the picture's buttons use. */
export default function DrawnToasts() {
  return <Notifications position="top-center" limit={4} />;
}
