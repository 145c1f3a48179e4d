/** The jobs that run, by name, and how one is asked to stop. */
import type { Service } from './service.ts';

/** Asks a running job to stop; false when there is none of that name. */
export function cancelJob(service: Service, jobId: string): boolean {
  const abort = service.jobs.get(jobId);
  abort?.abort();
  return abort !== undefined;
}
