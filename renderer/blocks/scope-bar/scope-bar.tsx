/** The scope in the bar of every screen: what is looked at, changed in one place, left with one click. */
import { Button, CloseButton, Group, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFocus2 } from '@tabler/icons-react';
import { Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily, whenIdle } from '../../lib/lazily.tsx';
import { useScope } from '../../lib/scope.tsx';
import classes from './scope-bar.module.css';
import { useScopeWords } from './words.ts';

const ScopeForm = lazily(async () => (await import('./scope-form.tsx')).ScopeForm);

export function ScopeBar(): ReactNode {
  const { t } = useTranslation('scope');
  const { active, clear } = useScope();
  const words = useScopeWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  useEffect(() => whenIdle(() => void ScopeForm.load()), []);
  const label = active ? words : t('everything');
  return (
    <Group gap={0} wrap="nowrap" className={classes['bar']} data-active={active || undefined}>
      <Popover
        opened={opened}
        onChange={(next) => !next && close()}
        position="bottom-end"
        width={400}
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Tooltip label={active ? words : t('hint')} disabled={opened} multiline maw={360}>
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes['button']}
              leftSection={<IconFocus2 size={15} stroke={1.7} aria-hidden />}
              aria-label={t('label', { scope: label })}
              aria-expanded={opened}
              onClick={() => void ScopeForm.load().then(toggle)}
            >
              {label}
            </Button>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown p="md" aria-label={t('title')}>
          <Suspense>
            <ScopeForm onClose={close} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {active && (
        <Tooltip label={t('clear')}>
          <CloseButton size="sm" className={classes['close']} aria-label={t('clear')} onClick={clear} />
        </Tooltip>
      )}
    </Group>
  );
}
