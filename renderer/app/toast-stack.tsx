/** Where toasts appear; loaded once the first screen is there. One shown before waits in its store. */
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

export function ToastStack(): ReactNode {
  // Their words can be selected: a drag does not push them away.
  return <Notifications position="bottom-center" limit={3} allowDragDismiss={false} allowScrollDismiss={false} />;
}
