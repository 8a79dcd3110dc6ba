import type { StartedAnalysis } from '../../api/analyses.ts';
import { consoleHeader } from '../../api/refusal.ts';
import { RefusedError } from './refused.ts';
import { refusedBy } from './request.ts';

/**
 * Sends a clip with its fields as `POST /console/api/analyses`. By XMLHttpRequest, since `fetch` does not tell how much has been sent.
 *
 * @param onSent told how much has been sent, 0 to 1
 */
export function sendClip(
  clip: File,
  fields: Readonly<Record<string, string>>,
  onSent: (share: number) => void,
): Promise<StartedAnalysis> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('video', clip, clip.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/console/api/analyses');
    request.setRequestHeader(consoleHeader, '1');
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new RefusedError(0, 'unreachable', ''));
    request.onload = () => {
      const { status, responseText } = request;
      if (status === 202) resolve(JSON.parse(responseText) as StartedAnalysis);
      else reject(refusedBy(status, responseText, request.getResponseHeader('retry-after')));
    };
    request.send(form);
  });
}
