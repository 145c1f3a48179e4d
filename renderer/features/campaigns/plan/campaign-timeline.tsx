/** One campaign over time, in its panel: its phases and tasks, drawn and changed as in the timeline of all. */
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, Task } from '#shared/campaigns/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { useTimePlan } from './time-plan.ts';
import { Canvas } from '../../../blocks/time/timeline/canvas.tsx';
import { itemsOf, type WholeItem } from '../../../blocks/time/timeline/items.ts';
import { layoutOf, type Cell } from '../../../blocks/time/timeline/rows.ts';
import { fitted, wholeDays, type Scale } from '../../../blocks/time/timeline/scale.ts';
import classes from '../../../blocks/time/timeline/timeline.module.css';
import { useEditing } from '../../../blocks/time/timeline/use-editing.tsx';

interface Props {
  campaign: OutputOf<'campaigns.get'>;
  readOnly: boolean;
  onPhase: (phase: Phase) => void;
  onTask: (task: Task) => void;
}

/** Its tallest, with its head; more is scrolled to. */
const tallest = 348;
const headHeight = 57;
const scrollBar = 15;
/** What is kept free at the right for names. */
const namesWidth = 150;

export function CampaignTimeline(props: Props): ReactNode {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={classes['inPanel']}>
      {width > 0 && <Drawing {...props} width={width} />}
    </div>
  );
}

const spanOf = ({ start, end, phases, tasks }: WholeItem): { start: number; end: number } => ({
  start: Math.min(start, ...phases.map((part) => part.start), ...tasks.map((part) => part.start)),
  end: Math.max(end, ...phases.map((part) => part.end), ...tasks.map((part) => part.end)),
});

function Drawing({ campaign, readOnly, onPhase, onTask, width }: Props & { width: number }): ReactNode {
  const { t } = useTranslation('campaigns');
  const made = useTimePlan();
  const items = useMemo(
    () =>
      itemsOf(
        made({
          campaigns: [{ ...campaign, sites: campaign.answers.sites, territoryIds: campaign.scope.territoryIds }],
          phases: campaign.phases,
          tasks: campaign.tasksList,
        }),
      ),
    [campaign, made],
  );
  // Fitted once: what is moved afterwards stays under the hand.
  const [fit] = useState(() => {
    const span = items[0] === undefined ? { start: 0, end: 0 } : spanOf(items[0]);
    const scale = fitted(span, width - namesWidth);
    return { scale, around: span.start + wholeDays(scale, (width - scrollBar) / 3) - 2 };
  });
  const [scale, setScale] = useState<Scale>(fit.scale);
  const layout = useMemo(
    () =>
      layoutOf(
        [{ id: '', name: campaign.title, colour: null, items }],
        scale,
        new Set(items.map(({ id }) => `/${id}`)),
      ),
    [items, scale, campaign.title],
  );
  const open = ({ item }: Cell): void => {
    const phase = campaign.phases.find(({ id }) => item.kind === 'phase' && id === item.id);
    const task = campaign.tasksList.find(({ id }) => item.kind === 'task' && id === item.id);
    if (phase !== undefined) onPhase(phase);
    if (task !== undefined) onTask(task);
  };
  const editing = useEditing({
    items,
    plan: campaign,
    readOnly,
    opening: (cell) => (cell.item.kind === 'item' || readOnly ? null : { label: t('edit'), run: () => open(cell) }),
    opened: null,
    // The panel says it itself.
    onOpen: null,
  });
  return (
    <div
      className={classes['panelFrame']}
      style={{ height: Math.min(tallest, layout.height + headHeight + scrollBar) }}
    >
      <Canvas
        label={t('timelineOf', { name: campaign.title })}
        layout={layout}
        scale={scale}
        onScale={setScale}
        around={fit.around}
        editing={editing}
        opened={null}
        hasLanes={false}
        openId={null}
        onOpen={readOnly ? () => undefined : open}
        marks={null}
        readOnly={readOnly}
      />
      {editing.dialogs}
    </div>
  );
}
