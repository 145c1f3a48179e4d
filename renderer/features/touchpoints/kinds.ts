/** The kinds of contact with their pictures and words. */
import { IconCalendarUser, IconMail, IconMapPin, IconMessage, IconPhone, type Icon } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { touchpointKinds, type Touchpoint } from '#shared/touchpoints/contract.ts';

export type TouchpointKind = Touchpoint['kind'];

export const kindIcons: Record<TouchpointKind, Icon> = {
  call: IconPhone,
  mail: IconMail,
  message: IconMessage,
  visit: IconMapPin,
  meeting: IconCalendarUser,
};

/** The kinds as choices, in the order in which they are offered. */
export function useTouchpointKinds(): { value: TouchpointKind; label: string }[] {
  const { t } = useTranslation('terms');
  return useMemo(
    () => touchpointKinds.map((value) => ({ value, label: t(`touchpointKind.${value}` as 'stage.active') })),
    [t],
  );
}
