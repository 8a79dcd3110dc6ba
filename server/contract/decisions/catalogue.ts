/** What we do where the vendor's documentation is silent. */
export interface Decision {
  readonly subject: string;
  readonly what: string;
  readonly why: string;
  /** How to have it otherwise: an option, or the one place in the code. */
  readonly change: string;
}

/** Every decision by its id; `docs/known-differences.md` is written from here, and operations name the ids. */
export const decisions = {
  form_reading: {
    subject: 'Fields of the start form',
    what: 'An empty field counts as absent, of a field sent twice the last one counts, of several files `video` the first, unknown fields and files are ignored. Booleans are read as true, 1, on, yes, y, t and their opposites, in any case.',
    why: 'Multipart clients spell booleans and leave-outs in all these ways; FastAPI reads booleans so.',
    change: '`server/http/fields/read-text.ts`; the video: `server/http/receive-form.ts`',
  },
  json_reading: {
    subject: 'JSON bodies',
    what: 'Read as FastAPI reads them: numbers and booleans may come as strings, strings may not come as numbers, unknown fields are ignored. A missing body is 422 `missing`, a broken one 422 `json_invalid`, both at `["body"]`. At most 64 KB. Text that cannot be stored (a lone surrogate, a NUL) is refused.',
    why: 'The error envelope is FastAPI’s, so clients may rely on the rest of its habits.',
    change: '`server/http/fields/read-json.ts` and `server/http/json-body.ts`',
  },
  validation_errors: {
    subject: 'Fields that do not validate',
    what: '422 with `{"detail":[{"loc","msg","type"}]}`, every wrong field at once.',
    why: 'The `detail` envelope is FastAPI’s, so are its validation errors. `input` and `ctx` are left out: they would send the client’s data back.',
    change: '`server/contract/schemas/errors.ts`',
  },
  height_and_weight: {
    subject: 'Limits of height and weight',
    what: 'Height outside 0.5 to 2.5 m and weight outside 10 to 300 kg are 422, at start and of subjects. A height such as 175 is answered with a message that says metres.',
    why: 'A height in centimetres would make every length of the result wrong by a hundred.',
    change: '`heightLimits` and `weightLimits` in `server/contract/schemas/start.ts`',
  },
  treadmill_pace: {
    subject: 'Pace',
    what: '`00:00` is refused on a treadmill. Overground the pace is accepted and not used. A pace on a treadmill that nobody runs makes speed, step length and pace null with the reason `implausible`.',
    why: 'Overground the speed is measured; a wrong belt would make it wrong without a sign.',
    change: '`server/http/start-fields.ts`',
  },
  start_subject: {
    subject: '`subject_id` at start',
    what: 'An unknown, deleted or foreign subject is 404 `Subject not found`. The subject’s height and weight are not taken over: a form without them means 1.7 m and 70 kg, as documented.',
    why: 'The defaults are documented, a link to the subject’s values is not.',
    change: '`linkedSubject` in `server/http/start-upload.ts`',
  },
  start_webhook: {
    subject: '`notify_via_webhook` at start',
    what: 'Needs a saved and enabled webhook at that moment, else 400 `webhook_not_configured`. The decision is fixed at start.',
    why: 'A client that waits for an event that cannot come should hear it at once.',
    change: '`checkWebhook` in `server/http/start-upload.ts`',
  },
  upload_refusals: {
    subject: 'Videos refused at upload',
    what: '413 `video_too_large` beyond 30,000,000 bytes, 415 `unsupported_video_format`, 400 `video_too_long` beyond 10.05 s, 400 `invalid_video` for what is no video, is damaged, or has fewer than 10 frames. The content counts, not the file’s name: a 3GP is an MP4, Matroska is accepted where it calls itself WebM, with any of the codecs. A refused request takes no credit.',
    why: 'The limits are documented, the answers are not. A phone’s clip of ten seconds runs a frame or so over.',
    change: '`defaultLimits` in `engine/video/probe.ts`; the answers in `server/contract/errors.ts`',
  },
  orientation: {
    subject: 'Clips held the wrong way, filmed from elsewhere, without running',
    what: 'Not refused: what can be measured is measured, the rest is null, and `quality.warnings` says why.',
    why: 'The vendor says that a wrong orientation gives poor results or a failure.',
    change: '`server/contract/clip-warnings.ts`',
  },
  credits: {
    subject: 'Credits',
    what: 'One is taken in the moment an analysis is accepted, and given back when it ends `failed`. A partner without a grant is not metered, and never sees 402.',
    why: 'Nobody should pay for a clip that gave nothing; a server of one’s own needs no credits unless its operator wants them.',
    change: '`stridelab serve --keep-credits-of-failed`; `stridelab credits grant` begins to meter a partner',
  },
  pending_percentage: {
    subject: '`percentage` while pending',
    what: '0 until work begins.',
    why: 'The field is documented, its value is not.',
    change: '`server/http/routes/results.ts`',
  },
  failed_reason: {
    subject: '`reason` of a failed analysis',
    what: 'Added to the body: `{code, message}`, see [errors](reference/errors.md).',
    why: 'A runner who has to film again should know what to do better.',
    change: '`stridelab serve --no-reasons` leaves it out',
  },
  media_links: {
    subject: '`thumbnail` and `output_video`',
    what: 'Signed links under `/media/` that hold for an hour; asking for the results again gives fresh ones. An expired link is answered 403 `link_invalid` like an altered one. One byte range is answered 206, several at once with the whole file; a client that has the file (`If-None-Match`, `If-Modified-Since`) is answered 304. Null where no picture was made, or where it has been deleted.',
    why: 'One hour is documented, the links’ form is not.',
    change: '`server/http/signed-links.ts`; `--public-url` sets their base',
  },
  score_number: {
    subject: '`score_number` and `total_score`',
    what: '`2 / (2 + t²)`, where t is 0 inside the good range up to one okay width from its border, 1 at the border, 2 at the end of the okay range ([scores](reference/scores.md)). The total is the mean of the segments. Null where the angle was withheld.',
    why: 'The public samples fit; the rule itself is not public.',
    change: '`engine/score/angle-score.ts`',
  },
  moving_ranges: {
    subject: '`range_good` and `range_okay`',
    what: 'Move with the running speed, from one table; widths stay. May carry one decimal. The okay range of `forward_cycle` is 9 degrees wide.',
    why: 'Public results show different ranges, so they are no constants; the width is that of every other sample.',
    change: '`engine/score/ranges.table.ts`',
  },
  knees_at_touchdown: {
    subject: '`back_cycle` and `forward_cycle`',
    what: 'Measured at touchdown, as their titles say. The published good range of the back knee (up to 98 degrees) is seldom met at that moment: healthy runners show about 140.',
    why: 'The title is documented, and names the moment.',
    change: '`engine/metrics/knee-angle-at-touchdown.ts`',
  },
  foot_strike: {
    subject: '`foot_strike_pattern` and `foot_landing[].pattern`',
    what: 'The class that is more likely than not, else null, as with a network that draws feet coarsely; `probabilities` holds the three classes’ shares by the angle and its uncertainty (cut-offs of Mo et al. 2023: rearfoot above 7.4 degrees, forefoot below -0.8). `texts.position` says "probably" below 80 %.',
    why: 'A guess would look like a measurement.',
    change: '`engine/metrics/foot-strike.ts`',
  },
  running_styles: {
    subject: '`running_styles`',
    what: 'An array, best first, empty when cadence or duty factor is withheld: the five styles of van Oeveren et al. (2021) with a [posterior share](reference/scores.md) each; titles and animals are ours.',
    why: 'The names of the fields are documented, the styles are not.',
    change: '`engine/score/style/`',
  },
  texts: {
    subject: 'Texts of the results',
    what: 'Written by us, in the nine languages; `exercice` and `recap` are absent where the position is good.',
    why: 'The vendor’s texts are not public.',
    change: '`engine/score/texts/`',
  },
  back_view: {
    subject: 'The back view',
    what: 'Pelvic drop and knee are judged at mid-stance, pronation by its peak. Signs are the same for both sides: positive is the swing side of the pelvis hanging down, the knee towards the midline, the heel everted. `range_bad` is the band on the side on which the angle lies. With `full_body=false` `pronation` alone. `calculated_data` has cadence, contact and flight of each leg, `pronation`, `pelvic_drop`, `knee_adduction`, `hip_adduction` with `at_touchdown`, `peak`, `mean`, `range`, and `gait_cycle`; what else is measured stands in `quality.additional` and `quality.symmetry`. A clip from the front or the side ends `success` with every number null and the reason `front_view` or `wrong_view`.',
    why: 'The names in `results` are documented, those in `calculated_data` are promised without names.',
    change:
      '`server/contract/schemas/back-view-analysis.ts` and `back-view-calculated-data.ts`; what is judged in `engine/score/back/score-back-view.ts`',
  },
  calculated_data_status: {
    subject: '`calculated_data` and `frame_data` before success',
    what: '409 `results_not_ready`, also of a failed analysis; 200 after success.',
    why: 'Only the path and one body are documented.',
    change: '`server/contract/errors.ts`',
  },
  withheld_numbers: {
    subject: 'A number that cannot be measured',
    what: '`null`, with its reason in `quality`; never a guess.',
    why: 'A wrong number is worse than none.',
    change: '`server/contract/calculated-data.ts`',
  },
  quality: {
    subject: '`quality` in `calculated_data`',
    what: 'Added: half width of a 90 % interval, sample size and reason of every number, the camera, the tracks, [cross-checks](reference/cross-checks.md) between redundant numbers, left against right, the ground’s tilt, slow motion, trunk lean and gaze over the gait cycle, warnings. A warning’s `message` is English whatever the language is; its `code` stays the same, for whoever has words of his own.',
    why: 'In one object of its own, so that the documented part keeps its shape.',
    change: '`server/contract/quality.ts`',
  },
  promised_numbers: {
    subject: '`metrics.duty_factor`, `foot_landing`, `angles`, `running_style`',
    what: 'Ours by name and shape. Angles are degrees, flexion and dorsiflexion positive, 0 is a straight joint, a foot square to the shank, an arm along the trunk (the segments’ ranges and the annotated video count 180 as straight). `curve` has 101 values over the leg’s own gait cycle.',
    why: 'The vendor promises them without field names.',
    change: '`server/contract/schemas/calculated-data.ts`',
  },
  overstride_score: {
    subject: '`overstride.score`',
    what: '`score_good`, `score_okay`, `score_bad`; null when the angle is withheld.',
    why: 'Only `score_good` is documented.',
    change: '`server/contract/schemas/calculated-data.ts`',
  },
  frame_data: {
    subject: '`frame_data`',
    what: '`GET /analysis/{analysis_id}/results/frame_data`: size, frame rate, network, keypoint names, and of every frame keypoints, joint angles and events. One JSON object, or with `Accept: application/x-ndjson` one line for the header and one for each frame.',
    why: 'That raw frame data can be fetched separately is documented, the rest is not.',
    change: '`server/contract/schemas/frame-data.ts`',
  },
  analysis_lists: {
    subject: 'Lists of analyses',
    what: '`{"analyses":[…]}`, newest first, whole; of a subject with its `subject_id` beside it. An item has `video_id`, `analysis_type`, `status`, `percentage`, `created_at`, and `subject_id` when linked.',
    why: 'The paths and `subject_id` are documented, the bodies are not.',
    change: '`server/contract/schemas/analysis-list.ts`',
  },
  subject_fields: {
    subject: 'Fields of subjects',
    what: '`POST /subjects` takes any of the four fields, none included: `{}` makes a subject without a name. `PUT` leaves absent fields as they are and clears those sent as null; `{}` changes nothing. The email has the form of one, and its length is at most 254: characters of every script are taken, a domain without a dot, a quoted name and an address in numbers are not. It is kept as sent. The name has at most 200 characters in any script. Two subjects may share an email.',
    why: '“Any of” and “partial update” are documented, their edges are not. What an email is follows FastAPI’s usual validator ([email-validator](https://github.com/JoshData/python-email-validator)) but for the reserved domains such as `.local` and `.test`, which it refuses: nothing is sent to these addresses, and tests use them. An operator who knows runners by number alone needs no name.',
    change: '`server/contract/schemas/subject.ts`',
  },
  analysis_delete: {
    subject: 'Deleting an analysis',
    what: '`POST /analysis/{analysis_id}/delete`, answered `{"message":"Analysis deleted"}`. The analysis goes with its video, pictures, frames, numbers and webhook events, and is 404 everywhere afterwards; what waits or runs is ended and its credit returned. That there was one is still counted in usage and credits.',
    why: 'The vendor documents no way to delete an analysis; whoever keeps people’s videos needs one.',
    change: '`server/contract/operations/delete-analysis.ts`',
  },
  subject_delete: {
    subject: 'Deleting a subject',
    what: '`POST /subjects/{subject_id}/delete`, answered `{"message":"Subject deleted"}`. Afterwards the subject is 404 everywhere; its analyses stay and go on to name it.',
    why: 'That it is soft and by POST is documented, path and answer are not.',
    change: '`server/contract/operations/delete-subject.ts`',
  },
  webhook_url: {
    subject: 'Webhook addresses',
    what: 'HTTPS to a public address; anything else is 422.',
    why: 'https is documented. A server must not be made to call into its own network.',
    change: '`stridelab serve --webhook-http` and `--webhook-allow`; `server/webhooks/url-policy.ts`',
  },
  webhook_events: {
    subject: 'Webhook events',
    what: '`{"event","video_id","status","percentage","sequence","timestamp"}` with the events `analysis.started`, `.progress`, `.completed`, `.failed`; at least once, tried again with growing delays for 24 h on anything but 2xx, 10 s an attempt; signed with HMAC-SHA256 in the headers `webhook-id`, `webhook-timestamp`, `webhook-signature` ([Standard Webhooks](https://www.standardwebhooks.com)), which a client of the vendor may ignore. The operator’s test event is `webhook.test` with `sequence` 0. A delivered event is deleted after 7 days, one that was given up is kept.',
    why: 'The contents are documented in words, few of the names are.',
    change: '`server/webhooks/`',
  },
  not_found: {
    subject: 'What does not exist',
    what: '404 `Analysis not found`, `Subject not found`. A thing of another partner and an id of another form are answered the same. Ids are read in either case.',
    why: 'Another answer would tell that the thing exists.',
    change: '`server/contract/errors.ts`',
  },
  keys: {
    subject: 'API keys',
    what: 'The key is looked at before anything else of a request, also before its path’s ids and its body. Of several `apiKey` the last counts, an empty one is missing.',
    why: 'The answers 401 and 403 are documented, their order is not.',
    change: '`server/http/require-partner.ts`',
  },
  rate_limit: {
    subject: 'Rate limit',
    what: '429 `rate_limited` with `Retry-After`, a partner’s requests counted by the minute. Off unless the operator sets one.',
    why: 'The vendor documents none.',
    change: '`stridelab serve --rate-limit COUNT`',
  },
  back_pressure: {
    subject: 'Too much work',
    what: 'A start is put off before its video is read: 429 `too_many_waiting` with `Retry-After` when too many of the partner’s analyses wait, 429 `server_busy` with `Retry-After` when too many of all partners’ do, too many uploads are under way, or the disk is nearly full. No credit is taken.',
    why: 'The vendor documents none; what is taken in must also be kept.',
    change: '`stridelab serve --waiting-of-partner`, `--waiting`, `--uploads`, `--free-disk`',
  },
  further_refusals: {
    subject: 'Further refusals',
    what: '400 `malformed_request` and `malformed_form`, 405, 408 `request_timeout`, 413 `form_too_large` and `body_too_large`, 417 `expectation_failed`, 431 `header_too_large`, 500 `internal_error`, 503 `store_unavailable` with `Retry-After`, 507 `storage_full`, all with `detail`.',
    why: 'Every server meets these; one envelope for all is easier on clients.',
    change: '`server/contract/errors.ts`',
  },
  own_paths: {
    subject: 'Paths of our own',
    what: '`/healthz`, `/readyz`, `/media/…`. `GET /openapi.yaml` and `GET /llms.txt` describe this server and need no key.',
    why: 'They lie where the vendor has nothing; the vendor serves its two documents at its documentation’s root.',
    change: '`server/http/create-server.ts`',
  },
} as const satisfies Record<string, Decision>;

export type DecisionId = keyof typeof decisions;
