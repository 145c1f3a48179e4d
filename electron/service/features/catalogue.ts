/** Every report by its name. A new one is a file beside this one, a name in the contract and a line here. */
import type { ReportName } from '#shared/reports/contract.ts';
import { coverageReport } from './network/report.ts';
import { adoptionsReport } from './adoptions/report.ts';
import { campaignsReport } from './campaigns/report.ts';
import { initiativesReport } from './initiatives/report.ts';
import { loadReport } from './campaigns/report-load.ts';
import { measurementsReport } from './initiatives/report-measurements.ts';
import { peopleReport } from './people/report.ts';
import { rankingReport } from './awards/report.ts';
import { sitesReport } from './sites/report.ts';
import type { Report } from '../engines/reporting/types.ts';

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
