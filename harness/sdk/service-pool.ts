// Reuses scripted services: clients cache things for an endpoint, and need not create them again for each case.

import type { ScriptedReply, SdkCase } from '../api/sdk-case.js';
import { startScriptedService, type ScriptedService, type ScriptedServiceOptions } from './scripted-service.js';

export interface ServicePool {
  /** A service that no other case uses until it is released. */
  take(subject: SdkCase, tls: ScriptedServiceOptions['tls']): Promise<ScriptedService>;
  release(subject: SdkCase, service: ScriptedService): Promise<void>;
  close(): Promise<void>;
}

export function createServicePool(options: Omit<ScriptedServiceOptions, 'tls'>): ServicePool {
  const idle: ScriptedService[] = [];
  return {
    take: async (subject, tls) =>
      (leavesNothingBehind(subject) ? idle.pop() : undefined) ?? startScriptedService({ ...options, tls }),
    async release(subject, service) {
      if (leavesNothingBehind(subject)) idle.push(service);
      else await service.close();
    },
    async close() {
      await Promise.all(idle.splice(0).map((service) => service.close()));
    },
  };
}

/** Whether connections can be reused afterwards, and the case is not about new ones. */
function leavesNothingBehind({ script, tls, overlap, environment }: SdkCase): boolean {
  return tls === undefined && overlap !== true && environment === undefined && script.every((reply) => isWhole(reply));
}

function isWhole(reply: ScriptedReply): boolean {
  return reply.kind === 'answer' && reply.missingBytes === undefined && reply.headers?.['Connection'] === undefined;
}
