/** The dates behind the plan: days of awareness with their rules, own periods, and where the bundled dates come from. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { DaysSection } from './days-section.tsx';
import { PeriodsSection } from './periods-section.tsx';
import { SourcesSection } from './sources-section.tsx';

export function CalendarPanel(): ReactNode {
  return (
    <Stack gap={40}>
      <DaysSection />
      <PeriodsSection />
      <SourcesSection />
    </Stack>
  );
}
