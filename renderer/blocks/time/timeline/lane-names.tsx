/** The names of the lanes, which stay in sight while their lane does. */
import type { ReactNode } from 'react';
import type { LaneBlock } from './rows.ts';
import classes from './lane-names.module.css';

export const lanesWidth = 168;

export function LaneNames({
  lanes,
  seen,
  height,
  headHeight,
}: {
  lanes: LaneBlock[];
  seen: { top: number; bottom: number };
  height: number;
  headHeight: number;
}): ReactNode {
  return (
    <div aria-hidden="true">
      {lanes
        .filter((block) => block.top + block.height >= seen.top && block.top <= seen.bottom)
        .map(({ lane, top, height: own }) => (
          <div key={lane.id} className={classes['lane']} style={{ top, height: own }}>
            <div className={classes['laneHead']} style={{ width: lanesWidth }}>
              <div className={classes['laneName']} style={{ top: headHeight }}>
                {lane.colour !== null && <span className={classes['dot']} style={{ background: lane.colour }} />}
                <span className={classes['laneText']}>{lane.name}</span>
                <span className={classes['laneCount']}>{lane.items.length}</span>
              </div>
            </div>
          </div>
        ))}
      <div className={classes['filler']} style={{ top: height }}>
        <div className={classes['laneHead']} style={{ width: lanesWidth }} />
      </div>
    </div>
  );
}
