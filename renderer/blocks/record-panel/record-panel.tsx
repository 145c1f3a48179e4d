/** The right panel of a record: who it is, then its parts under tabs. */
import { ActionIcon, Group, Tabs, Text, Title, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import {
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LoadingRows } from '../../components/loading.tsx';
import type { RecordKindName } from '../../lib/record-kind.ts';
import { useCatalogue } from '../../lib/features.ts';
import { useWord } from '../../lib/use-word.ts';
import { heard } from '../../lib/keys.ts';
import { PanelFocusContext } from '../../lib/panel-focus.ts';
import { UnsavedContext } from '../../lib/unsaved.ts';
import { RecordQuick } from '../record-quick.tsx';
import { recordKeys } from '../record-keys.ts';
import classes from './record-panel.module.css';

interface Props {
  title: string;
  detail?: ReactNode;
  /** A picture or initials before the title. */
  picture?: ReactNode;
  onClose: () => void;
  /** The record shown, for what other features add to its kind. */
  record?: { kind: RecordKindName; id: string; readOnly: boolean };
  tabs: { id: string; label: string; count?: number | undefined; content: ReactNode }[];
}

type Tab = Props['tabs'][number];

/** The panel's own parts with those that other features add, its history last. */
function useAllTabs(own: Tab[], name: string, record: Props['record']): Tab[] {
  const word = useWord();
  const { beside } = useCatalogue();
  if (record === undefined) return own;
  const { kind, id, readOnly } = record;
  const added = (beside[kind] ?? []).flatMap(({ tab }): Tab[] =>
    tab === undefined
      ? []
      : [
          {
            id: tab.id,
            label: word(tab.label),
            content: (
              <Suspense fallback={<LoadingRows />}>
                <tab.component id={id} name={name} readOnly={readOnly} />
              </Suspense>
            ),
          },
        ],
  );
  const last = own.findIndex((tab) => tab.id === 'history');
  return last < 0 ? [...own, ...added] : [...own.slice(0, last), ...added, ...own.slice(last)];
}

/** Into the panel when Enter was pressed in the list: to its part shown, from where Tab leads on. Escape comes out, then closes. */
function usePanelKeys(onClose: () => void): { box: RefObject<HTMLDivElement | null>; onEscape: () => void } {
  const focus = use(PanelFocusContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus?.follow() !== true) return;
    box.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], [data-field] :enabled')?.focus();
  }, [focus]);
  return { box, onEscape: focus === null ? onClose : focus.leave };
}

/** By part, the editors in it that hold something unsaved. */
type UnsavedParts = Readonly<Record<string, readonly string[]>>;

/** One part, in which every editor says whether it holds something unsaved. */
function Part({
  id,
  any,
  onReport,
  children,
}: {
  id: string;
  any: boolean;
  onReport: (part: string, editor: string, dirty: boolean) => void;
  children: ReactNode;
}): ReactNode {
  const report = useCallback((editor: string, dirty: boolean) => onReport(id, editor, dirty), [id, onReport]);
  const value = useMemo(() => ({ report, any }), [report, any]);
  return <UnsavedContext value={value}>{children}</UnsavedContext>;
}

/**
 * Whether Escape was meant for something that lies over the panel: a list that is open, which closes itself, or what stands
 * outside the panel on the page although it belongs to it.
 */
function isForAnother(box: HTMLElement | null, target: EventTarget): boolean {
  return (
    !(target instanceof HTMLElement) ||
    box?.contains(target) !== true ||
    target.closest('[aria-expanded="true"]') !== null
  );
}

export function RecordPanel({ title, detail, picture, onClose, record, tabs: own }: Props): ReactNode {
  const { t } = useTranslation('table');
  const tabs = useAllTabs(own, title, record);
  // A link from elsewhere may ask for one of the parts.
  const asked = useSearchParams()[0].get('tab');
  const [followed, setFollowed] = useState(asked);
  const [shown, setShown] = useState(() => (tabs.find((tab) => tab.id === asked) ?? tabs[0])?.id ?? null);
  // One that is followed while the panel is open changes the part too.
  if (asked !== followed) {
    setFollowed(asked);
    if (tabs.some((tab) => tab.id === asked)) setShown(asked);
  }
  const { box, onEscape } = usePanelKeys(onClose);
  const [unsaved, setUnsaved] = useState<UnsavedParts>({});
  const onReport = useCallback((part: string, editor: string, dirty: boolean): void => {
    setUnsaved((current) => {
      const known = current[part] ?? [];
      if (known.includes(editor) === dirty) return current;
      return { ...current, [part]: dirty ? [...known, editor] : known.filter((one) => one !== editor) };
    });
  }, []);
  const isUnsaved = (part: string): boolean => (unsaved[part] ?? []).length > 0;
  const any = tabs.some(({ id }) => isUnsaved(id));
  const partOf = (tab: Tab): ReactNode => (
    <Part id={tab.id} any={any} onReport={onReport}>
      {tab.content}
    </Part>
  );
  return (
    <div
      ref={box}
      className={classes['panel']}
      onKeyDown={(event) => {
        if (heard(recordKeys, event) !== 'close' || event.defaultPrevented) return;
        if (!isForAnother(box.current, event.target)) onEscape();
      }}
      role="presentation"
    >
      <Group className={classes['head']} wrap="nowrap" align="flex-start" gap="md">
        {picture}
        <div className={classes['words']}>
          <Title order={2} fz={20} lh={1.25}>
            {title}
          </Title>
          {detail !== undefined && (
            <Text size="sm" c="dimmed" mt={2}>
              {detail}
            </Text>
          )}
        </div>
        {record !== undefined && <RecordQuick kind={record.kind} id={record.id} name={title} />}
        <Tooltip label={t('closePanel')}>
          <ActionIcon size="lg" aria-label={t('closePanel')} onClick={onClose}>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {tabs.length === 1 ? (
        <div className={classes['content']}>{tabs[0] !== undefined && partOf(tabs[0])}</div>
      ) : (
        <Tabs
          value={shown}
          onChange={setShown}
          keepMounted={false}
          keepMountedMode="display-none"
          className={classes['tabs']}
        >
          <Tabs.List className={classes['list']}>
            {tabs.map((tab) => (
              <Tabs.Tab key={tab.id} value={tab.id} className={classes['tab']}>
                {tab.label}
                {tab.count !== undefined && tab.count > 0 && <span className={classes['count']}>{tab.count}</span>}
                {isUnsaved(tab.id) && (
                  <Tooltip label={t('unsaved')}>
                    <span className={classes['unsaved']} role="img" aria-label={t('unsaved')} />
                  </Tooltip>
                )}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((tab) => (
            // What is being typed in a part stays there while another is looked at.
            <Tabs.Panel key={tab.id} value={tab.id} keepMounted={isUnsaved(tab.id)} className={classes['content']}>
              {partOf(tab)}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </div>
  );
}
