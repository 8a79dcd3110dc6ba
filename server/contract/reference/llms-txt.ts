import { operations } from '../operations/operations.ts';

/** An index of the API for coding agents (llmstxt.org). @param baseUrl Where the server is reached. */
export function llmsTxt(baseUrl: string): string {
  const endpoints = operations.map(
    ({ method, path, aliases, summary, open }) =>
      `- \`${method} ${path}\`${(aliases ?? []).map((alias) => ` (also \`${alias}\`)`).join('')}: ${summary}.${open === true ? ' No key.' : ''}`,
  );
  return `# StrideLab Partner API

> Running biomechanics from a short video: scores, texts, joint angles and keypoints. Answers like the Ochy Partner API; a client changes the base URL and nothing else.

- Base URL: ${baseUrl}
- Every request carries the key as a query parameter: \`?apiKey=KEY\`.
- Units: metres, kilograms, degrees. \`analysis_id\` in paths is the \`video_id\` of bodies.
- [OpenAPI 3.0 document](${baseUrl}/openapi.yaml): every field, every error, examples.

## Quickstart

\`\`\`
curl -X POST "${baseUrl}/analysis/start?apiKey=KEY" -F "video=@run.mp4" -F "analysis_type=side_view" -F "height=1.78"
curl "${baseUrl}/analysis/VIDEO_ID/results?apiKey=KEY"
curl "${baseUrl}/analysis/VIDEO_ID/results/calculated_data?apiKey=KEY"
\`\`\`

Ask for the results every 3 to 5 seconds: \`pending\` (200), \`analyzing\` (202), then \`success\` (200) or \`failed\` (400).

## Endpoints

${endpoints.join('\n')}

## Errors

Refusals are \`{"detail": "…", "code": "…"}\`; 422 is \`{"detail": [{"loc": ["body", "pace"], "msg": "…", "type": "…"}]}\`. A number that could not be measured is null, and \`quality\` in the calculated data says why.
`;
}
