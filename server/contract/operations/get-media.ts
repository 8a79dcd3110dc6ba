import { Type } from 'typebox';
import { defineOperation } from './operation.ts';

const picture = Type.String({ format: 'binary' });

/** `GET /media/{id}/{file}`: what the signed links of the results lead to. */
export const getMedia = defineOperation({
  id: 'getMedia',
  method: 'GET',
  path: '/media/{id}/{file}',
  tag: 'Service',
  summary: 'A picture behind a signed link',
  description:
    'The annotated video or the thumbnail. The links come with the results, are valid for an hour and need no key. Byte ranges are supported. The answer is 304 if `if-none-match` or `if-modified-since` shows that the client has the file.',
  open: true,
  params: Type.Object({
    id: Type.String({ description: 'The analysis.' }),
    file: Type.String({ description: '`<id>_thumbnail.jpg` or `encoded_analyzed_<id>.mp4`.' }),
  }),
  query: Type.Object({
    expires: Type.String({ description: 'Seconds since 1970.' }),
    signature: Type.String({ description: 'Of path, owner and expiry.' }),
  }),
  headers: Type.Object({
    range: Type.Optional(Type.String({ description: '`bytes=0-1023`' })),
    'if-none-match': Type.Optional(Type.String({ description: 'The `etag` of what the client has.' })),
  }),
  answers: {
    200: {
      description: 'The whole file.',
      schema: picture,
      type: 'video/mp4',
      examples: {},
      alsoAs: { 'image/jpeg': { schema: picture } },
    },
    206: {
      description: 'A part of the file.',
      schema: picture,
      type: 'video/mp4',
      examples: {},
      alsoAs: { 'image/jpeg': { schema: picture } },
    },
  },
  bodiless: { 304: 'The client has the file already.' },
  errors: ['link_invalid', 'not_found', 'range_not_satisfiable'],
  decisions: ['media_links', 'own_paths'],
});
