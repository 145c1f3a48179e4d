/** The only bridge into the page: call a procedure, hear an event. Dropped files become paths here, where Electron knows them. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent, Bridge } from '#shared/shell/events.ts';
import type { Result } from '#shared/base/result.ts';

const bridge: Bridge = {
  call: (name, input, jobId) =>
    ipcRenderer.invoke('call', String(name), input, jobId === undefined ? null : String(jobId)) as Promise<
      Result<unknown>
    >,
  onEvent: (handler) => {
    const listen = (_event: unknown, message: AppEvent): void => handler(message);
    ipcRenderer.on('event', listen);
    return () => {
      ipcRenderer.removeListener('event', listen);
    };
  },
};

contextBridge.exposeInMainWorld('maillage', bridge);

window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  const paths = [...(event.dataTransfer?.files ?? [])]
    .map((file) => webUtils.getPathForFile(file))
    .filter((path) => path !== '');
  if (paths.length > 0) void ipcRenderer.invoke('dropped', paths);
});
