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
    what: 'An empty field counts as absent. If a field is sent twice, the last one counts; if several files are sent, the first `video`. Unknown fields and files are ignored. Booleans may be true, 1, on, yes, y, t or their opposites, in any case.',
    why: 'Multipart clients write booleans and absent values in all these ways, and FastAPI reads booleans so.',
    change: '`server/http/fields/read-text.ts`; the video: `server/http/receive-form.ts`',
  },
  json_reading: {
    subject: 'JSON bodies',
    what: 'Read as FastAPI reads them: numbers and booleans may be sent as strings, strings may not be sent as numbers, unknown fields are ignored. A missing body is answered 422 `missing`, an invalid one 422 `json_invalid`, both at `["body"]`. The limit is 64 KB. Text that cannot be stored (a lone surrogate, a NUL) is refused.',
    why: 'The error envelope is FastAPI’s, so clients may rely on its other behaviour too.',
    change: '`server/http/fields/read-json.ts` and `server/http/json-body.ts`',
  },
  validation_errors: {
    subject: 'Invalid fields',
    what: '422 with `{"detail":[{"loc","msg","type"}]}`, which lists all invalid fields at once.',
    why: 'The `detail` envelope is FastAPI’s, and so are its validation errors. `input` and `ctx` are left out because they would send the client’s data back.',
    change: '`server/contract/schemas/errors.ts`',
  },
  height_and_weight: {
    subject: 'Limits of height and weight',
    what: 'A height outside 0.5 to 2.5 m or a weight outside 10 to 300 kg is answered 422, at start and for subjects. For a height such as 175, the message says that metres are expected.',
    why: 'A height in centimetres would make every length in the result wrong by a factor of a hundred.',
    change: '`heightLimits` and `weightLimits` in `server/contract/schemas/start.ts`',
  },
  treadmill_pace: {
    subject: 'Pace',
    what: 'On a treadmill, `00:00` is refused. Overground, the pace is accepted but not used. A treadmill pace that the runner obviously does not run makes speed, step length and pace null with the reason `implausible`.',
    why: 'Overground, the speed is measured; the pace of a belt that is not there would make it wrong without a warning.',
    change: '`server/http/start-fields.ts`',
  },
  start_subject: {
    subject: '`subject_id` at start',
    what: 'An unknown or deleted subject, or another partner’s, is answered 404 `Subject not found`. The subject’s height and weight are not used: a form without them means 1.7 m and 70 kg, as documented.',
    why: 'The defaults are documented; a link to the subject’s values is not.',
    change: '`linkedSubject` in `server/http/start-upload.ts`',
  },
  start_webhook: {
    subject: '`notify_via_webhook` at start',
    what: 'The start needs a saved and enabled webhook, else it is answered 400 `webhook_not_configured`. Whether events are sent is fixed at start.',
    why: 'A client that would wait for an event that cannot come should know at once.',
    change: '`checkWebhook` in `server/http/start-upload.ts`',
  },
  upload_refusals: {
    subject: 'Videos refused at upload',
    what: 'The file’s content counts, not its name: a 3GP is an MP4, and Matroska is accepted if it declares itself as WebM, with any of the codecs. A refused request takes no credit.\n\n- 413 `video_too_large`: more than 30,000,000 bytes\n- 415 `unsupported_video_format`\n- 400 `video_too_long`: more than 10.05 s\n- 400 `invalid_video`: not a video, damaged, or fewer than 10 frames',
    why: 'The limits are documented; the answers are not. A phone’s ten-second clip is often a frame or so too long.',
    change: '`defaultLimits` in `engine/video/probe.ts`; the answers in `server/contract/errors.ts`',
  },
  orientation: {
    subject: 'Clips that are turned, show another view, or show no running',
    what: 'They are not refused. What can be measured is measured, the rest is null, and `quality.warnings` says why.',
    why: 'The vendor says that a wrong orientation gives poor results or a failure.',
    change: '`server/contract/clip-warnings.ts`',
  },
  credits: {
    subject: 'Credits',
    what: 'One credit is taken when an analysis is accepted, and returned if it ends `failed`. A partner without a grant is not metered and never gets 402.',
    why: 'Nobody should pay for a clip that gave nothing, and a private server needs no credits unless its operator wants them.',
    change: '`stridelab serve --keep-credits-of-failed`; `stridelab credits grant` begins to meter a partner',
  },
  pending_percentage: {
    subject: '`percentage` while pending',
    what: 'It is 0 until work begins. An analysis that waits again (a machine was lost or stopped, or had no room) keeps the value it had; it never falls.',
    why: 'The field is documented; its value is not.',
    change: '`server/store/analysis-statements.ts`',
  },
  failed_reason: {
    subject: '`reason` of a failed analysis',
    what: '`{code, message}`, an addition to the body; see [errors](reference/errors.md).',
    why: 'A runner who has to film again should know what to do better.',
    change: '`stridelab serve --no-reasons` leaves it out',
  },
  media_links: {
    subject: '`thumbnail` and `output_video`',
    what: 'Signed links under `/media/`, valid for an hour; requesting the results again gives fresh ones. They are null if no picture was made or it has been deleted.\n\n- An expired link is answered 403 `link_invalid`, like an altered one.\n- One byte range is answered 206, several at once with the whole file.\n- A client that already has the file (`If-None-Match`, `If-Modified-Since`) is answered 304.',
    why: 'The hour is documented; the form of the links is not.',
    change: '`server/http/signed-links.ts`; `--public-url` sets their base',
  },
  score_number: {
    subject: '`score_number` and `total_score`',
    what: '`2 / (2 + t²)`. t is 0 in the good range from a depth of one okay width inside its border, 1 at the border, and 2 at the end of the okay range ([scores](reference/scores.md)). The total is the mean of the segments. A score is null if its angle is withheld.',
    why: 'It fits the public samples; the rule itself is not public.',
    change: '`engine/score/angle-score.ts`',
  },
  moving_ranges: {
    subject: '`range_good` and `range_okay`',
    what: 'They move with the running speed, by one table; their widths are constant. They may have one decimal. The okay range of `forward_cycle` is 9 degrees wide.',
    why: 'Public results show different ranges, so they are not constant. The width is that of all other samples.',
    change: '`engine/score/ranges.table.ts`',
  },
  knees_at_touchdown: {
    subject: '`back_cycle` and `forward_cycle`',
    what: 'Measured at touchdown, as their titles say. The published good range of the back knee (up to 98 degrees) is seldom met at that moment: healthy runners show about 140.',
    why: 'The title is documented and names the moment.',
    change: '`engine/metrics/knee-angle-at-touchdown.ts`',
  },
  foot_strike: {
    subject: '`foot_strike_pattern` and `foot_landing[].pattern`',
    what: 'The pattern with a probability of at least one half, else null, as is common with networks that locate feet coarsely. `probabilities` has the probabilities of the three patterns, from the angle and its uncertainty (cut-offs of Mo et al. 2023: rearfoot above 7.4 degrees, forefoot below -0.8). `texts.position` says "probably" below 80 %.',
    why: 'A guess would look like a measurement.',
    change: '`engine/metrics/foot-strike.ts`',
  },
  running_styles: {
    subject: '`running_styles`',
    what: 'An array, most probable first: the five styles of van Oeveren et al. (2021), each with its [posterior probability](reference/scores.md). It is empty if cadence or duty factor is withheld. Titles and animals are ours.',
    why: 'The names of the fields are documented; the styles are not.',
    change: '`engine/score/style/`',
  },
  texts: {
    subject: 'Texts of the results',
    what: 'Written by us, in the nine languages. `exercice` and `recap` are absent if the position is good.',
    why: 'The vendor’s texts are not public.',
    change: '`engine/score/texts/`',
  },
  back_view: {
    subject: 'The back view',
    what: 'Pelvic drop and knee are judged at mid-stance, pronation by its peak.\n\n- Signs are the same for both sides. Positive: the swing side of the pelvis drops, the knee is towards the midline, the heel is everted.\n- `range_bad` is the bad band on the angle’s side.\n- With `full_body=false`, only `pronation` is reported.\n- `calculated_data` has cadence; contact and flight of each leg; `pronation`, `pelvic_drop`, `knee_adduction` and `hip_adduction`, each with `at_touchdown`, `peak`, `mean` and `range`; and `gait_cycle`. Further measurements are in `quality.additional` and `quality.symmetry`.\n- A clip from the front or the side ends `success` with every number null and the reason `front_view` or `wrong_view`.',
    why: 'The names in `results` are documented; `calculated_data` is promised without names.',
    change:
      '`server/contract/schemas/back-view-analysis.ts` and `back-view-calculated-data.ts`; what is judged: `engine/score/back/score-back-view.ts`',
  },
  calculated_data_status: {
    subject: '`calculated_data` and `frame_data` before success',
    what: '409 `results_not_ready`, also for a failed analysis; 200 after success.',
    why: 'Only the path and one body are documented.',
    change: '`server/contract/errors.ts`',
  },
  withheld_numbers: {
    subject: 'A number that cannot be measured',
    what: 'It is `null`, with a reason in `quality`; never a guess.',
    why: 'A wrong number is worse than none.',
    change: '`server/contract/calculated-data.ts`',
  },
  quality: {
    subject: '`quality` in `calculated_data`',
    what: 'An addition. It has\n\n- half width of a 90 % interval, sample size and reason of every number;\n- camera, tracking, the ground’s tilt, slow motion;\n- [cross-checks](reference/cross-checks.md) between redundant numbers, left against right;\n- trunk lean and head gaze over the gait cycle;\n- warnings. Their `message` is in the language of the analysis; their `code` is stable, for clients with texts of their own.',
    why: 'One object of its own leaves the shape of the documented part unchanged.',
    change: '`server/contract/quality.ts`',
  },
  promised_numbers: {
    subject: '`metrics.duty_factor`, `foot_landing`, `angles`, `running_style`',
    what: 'Names and shapes are ours. Angles are in degrees, flexion and dorsiflexion positive; 0 is a straight joint, a foot square to the shank, an arm along the trunk. (In the segments’ ranges and the annotated video, 180 is straight.) `curve` has 101 values over the leg’s own gait cycle.',
    why: 'The vendor promises these numbers without field names.',
    change: '`server/contract/schemas/calculated-data.ts`',
  },
  overstride_score: {
    subject: '`overstride.score`',
    what: '`score_good`, `score_okay` or `score_bad`; null if the angle is withheld.',
    why: 'Only `score_good` is documented.',
    change: '`server/contract/schemas/calculated-data.ts`',
  },
  frame_data: {
    subject: '`frame_data`',
    what: '`GET /analysis/{analysis_id}/results/frame_data` returns size, frame rate, network, keypoint names and, for every frame, keypoints, joint angles and events. The answer is one JSON object or, with `Accept: application/x-ndjson`, one header line and one line for each frame.',
    why: 'It is documented that raw frame data can be fetched separately, and nothing more.',
    change: '`server/contract/schemas/frame-data.ts`',
  },
  analysis_lists: {
    subject: 'Lists of analyses',
    what: '`{"analyses":[…]}`, newest first, without paging; the list of a subject also has its `subject_id`. Items have `video_id`, `analysis_type`, `status`, `percentage`, `created_at` and, if linked, `subject_id`.',
    why: 'The paths and `subject_id` are documented; the bodies are not.',
    change: '`server/contract/schemas/analysis-list.ts`',
  },
  subject_fields: {
    subject: 'Fields of subjects',
    what: '`POST /subjects` takes any of the four fields, or none: `{}` creates a subject without a name. `PUT` leaves absent fields unchanged and clears those sent as null; `{}` changes nothing.\n\n- Email: at most 254 characters, of any script, stored as sent. It needs a dot in the domain; quoted names and numeric addresses are refused. Two subjects may have the same email.\n- Name: at most 200 characters of any script.',
    why: '“Any of” and “partial update” are documented; their edge cases are not. Emails are checked like FastAPI’s usual validator ([email-validator](https://github.com/JoshData/python-email-validator)), but we accept the reserved domains such as `.local` and `.test` that it refuses: nothing is sent to these addresses, and tests use them. An operator who knows runners only by number needs no name.',
    change: '`server/contract/schemas/subject.ts`',
  },
  analysis_delete: {
    subject: 'Deleting an analysis',
    what: '`POST /analysis/{analysis_id}/delete`, answered `{"message":"Analysis deleted"}`. The analysis is deleted with its video, pictures, frames, numbers and webhook events, and is 404 everywhere afterwards. If it is waiting or running, it is ended and its credit returned. It still counts in usage and credits.',
    why: 'The vendor documents no way to delete an analysis, but whoever keeps people’s videos needs one.',
    change: '`server/contract/operations/delete-analysis.ts`',
  },
  subject_delete: {
    subject: 'Deleting a subject',
    what: '`POST /subjects/{subject_id}/delete`, answered `{"message":"Subject deleted"}`. Afterwards the subject is 404 everywhere; its analyses remain and keep its id.',
    why: 'It is documented that deletion is soft and by POST; path and answer are not.',
    change: '`server/contract/operations/delete-subject.ts`',
  },
  webhook_url: {
    subject: 'Webhook addresses',
    what: 'HTTPS to a public address; anything else is answered 422.',
    why: 'HTTPS is documented. Nobody may make a server call into its own network.',
    change: '`stridelab serve --webhook-http` and `--webhook-allow`; `server/webhooks/url-policy.ts`',
  },
  webhook_events: {
    subject: 'Webhook events',
    what: '`{"event","video_id","status","percentage","sequence","timestamp"}`, with the events `analysis.started`, `.progress`, `.completed`, `.failed`.\n\n- Delivery is at least once. After anything but a 2xx within 10 s, an event is sent again with growing delays for 24 h.\n- Events are signed with HMAC-SHA256 in the headers `webhook-id`, `webhook-timestamp`, `webhook-signature` ([Standard Webhooks](https://www.standardwebhooks.com)), which a client of the vendor may ignore.\n- The operator’s test event is `webhook.test` with `sequence` 0.\n- A delivered event is deleted after 7 days; one that was given up is kept.',
    why: 'The contents are documented in words, but few of the names.',
    change: '`server/webhooks/`',
  },
  not_found: {
    subject: 'What does not exist',
    what: '404 `Analysis not found` or `Subject not found`. Another partner’s objects and malformed ids get the same answer. Ids are not case-sensitive.',
    why: 'Another answer would reveal that the object exists.',
    change: '`server/contract/errors.ts`',
  },
  keys: {
    subject: 'API keys',
    what: 'The key is checked before anything else in a request, including ids in the path and the body. If there are several `apiKey`, the last one counts; an empty one is missing.',
    why: 'The answers 401 and 403 are documented; their order is not.',
    change: '`server/http/require-partner.ts`',
  },
  rate_limit: {
    subject: 'Rate limit',
    what: '429 `rate_limited` with `Retry-After`, by a partner’s requests a minute. Off unless the operator sets a limit.',
    why: 'The vendor documents none.',
    change: '`stridelab serve --rate-limit COUNT`',
  },
  back_pressure: {
    subject: 'Too much work',
    what: 'A start is rejected before its video is read, always with `Retry-After` and without taking a credit:\n\n- 429 `too_many_waiting`: too many of the partner’s analyses are waiting.\n- 429 `server_busy`: too many analyses of all partners are waiting, too many uploads are in progress, or the disk is nearly full.',
    why: 'The vendor documents none; what is accepted must also be kept.',
    change: '`stridelab serve --waiting-of-partner`, `--waiting`, `--uploads`, `--free-disk`',
  },
  further_refusals: {
    subject: 'Further refusals',
    what: 'All have `detail`: 400 `malformed_request` and `malformed_form`, 405, 408 `request_timeout`, 413 `form_too_large` and `body_too_large`, 417 `expectation_failed`, 431 `header_too_large`, 500 `internal_error`, 503 `store_unavailable` with `Retry-After`, 507 `storage_full`.',
    why: 'Every server has such answers; one envelope for all is easier for clients.',
    change: '`server/contract/errors.ts`',
  },
  own_paths: {
    subject: 'Paths of our own',
    what: '`/healthz`, `/readyz`, `/media/…`. `GET /openapi.yaml` and `GET /llms.txt` describe this server and need no key.',
    why: 'The vendor uses none of these paths; it serves its two documents at the root of its documentation.',
    change: '`server/http/create-server.ts`',
  },
} as const satisfies Record<string, Decision>;

export type DecisionId = keyof typeof decisions;
