/** Every report by its name. A new one is a file beside this one, a name in the contract and a line here. */
import type { ReportName } from '#shared/contract/reports.ts';
import { coverageReport } from './coverage.ts';
import { adoptionsReport } from './adoptions.ts';
import { campaignsReport } from './campaigns.ts';
import { initiativesReport } from './initiatives.ts';
import { loadReport } from './load.ts';
import { measurementsReport } from './measurements.ts';
import { peopleReport } from './people.ts';
import { rankingReport } from './ranking.ts';
import { sitesReport } from './sites.ts';
import type { Report } from './types.ts';

export const reports: Record<ReportName, Report> = {
  sites: sitesReport,
  people: peopleReport,
  initiatives: initiativesReport,
  measurements: measurementsReport,
  ranking: rankingReport,
  coverage: coverageReport,
  campaigns: campaignsReport,
  adoptions: adoptionsReport,
  load: loadReport,
};
