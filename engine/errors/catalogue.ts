/** What is known of an error code. */
export interface ErrorEntry {
  readonly message: string;
  readonly advice: string;
  /** Exit status of the command line: 2 usage, 3 the input video, 4 the picture's content, 5 this installation, 130 an interruption. */
  readonly exitCode: 2 | 3 | 4 | 5 | 130;
}

const entry = (exitCode: ErrorEntry['exitCode'], message: string, advice: string): ErrorEntry => ({
  message,
  advice,
  exitCode,
});

/** Every error that the engine can raise, by its stable code. `docs/reference/errors.md` explains each. */
export const catalogue = {
  invalid_option: entry(2, 'An option or argument cannot be used', 'See --help for the accepted values.'),
  invalid_setting: entry(
    2,
    'A setting cannot be used',
    'Correct what is named; docs/reference/configuration.md lists every setting, `stridelab config` shows those in force.',
  ),
  invalid_network_description: entry(
    2,
    'The description of a network cannot be used',
    'Correct the file that --network names; docs/reference/custom-networks.md explains each field.',
  ),
  video_not_found: entry(3, 'There is no such file', 'Check the path; it must name a video file that can be read.'),
  video_not_readable: entry(
    3,
    'The file is there and cannot be read',
    'Give whoever runs this the right to read the file and to enter its folder.',
  ),
  invalid_video: entry(
    3,
    'The file is not a video that can be read',
    'Send a complete MP4, MOV, AVI or WEBM file with a video stream.',
  ),
  unsupported_video_format: entry(
    3,
    'The container or codec or picture size or frame rate is not accepted',
    'Convert the clip to H.264 in MP4 and send it again.',
  ),
  video_too_large: entry(3, 'The file is larger than 30 MB', 'Cut or compress the clip to at most 30 MB.'),
  video_too_long: entry(3, 'The video is longer than 10 s', 'Cut the clip to at most 10 s.'),
  video_too_short: entry(
    3,
    'The video has too few frames to analyse',
    'Film at least three strides, about 3 s, at 30 frames per second or more.',
  ),
  video_truncated: entry(
    3,
    'The video is damaged or ends before its last frame',
    'Copy or upload the clip again; the file is damaged or incomplete.',
  ),
  invalid_poses: entry(
    3,
    'The file does not hold the keypoints of a clip',
    'Give a poses.ndjson that `stridelab analyze` wrote, or frame data of the API; docs/guides/export.md describes both.',
  ),
  clip_differs: entry(
    3,
    'The clip is not the one that the poses were read from',
    'Give the clip of these poses, or leave it out: then there is no annotated video.',
  ),
  no_person: entry(4, 'No person was found in the video', 'Film one runner whose whole body stays in view.'),
  no_joint_angles: entry(
    4,
    'The clip shows no joint angle, which is what a MOT file is of',
    'Read the reason in docs/reference/reasons.md and film again; points (--format trc) and tables are exported all the same.',
  ),
  model_unavailable: entry(
    5,
    'The weights of the pose network are missing or damaged',
    'Run `npm ci` again, then `npx stridelab models --prepare`.',
  ),
  inference_failed: entry(
    5,
    'The pose network stopped unexpectedly',
    'Try again; if it repeats, name another network or report the clip’s size and the network.',
  ),
  runtime_unavailable: entry(
    5,
    'The runtime that was asked for is not installed',
    'Run `npm i @tensorflow/tfjs-node` on a machine with network, or leave the choice of the runtime out.',
  ),
  decoder_failed: entry(
    5,
    'The video decoder stopped unexpectedly',
    'Try again; if it repeats, report the clip’s codec and size.',
  ),
  output_not_writable: entry(
    5,
    'The output cannot be written',
    'Name a place with --out that may be written and has room.',
  ),
  report_source_unusable: entry(
    2,
    'No report can be made of this',
    'Name a folder that `stridelab analyze` wrote, its details.json, or the id of a finished analysis with --data.',
  ),
  browser_missing: entry(
    5,
    'No browser that writes a PDF was found',
    'Install Chromium, Chrome or Edge, or name one with --browser; or open the HTML report and print it.',
  ),
  pdf_failed: entry(
    5,
    'The browser wrote no PDF',
    'Open the HTML report and print it from there; name another browser with --browser.',
  ),
  data_dir_in_use: entry(
    5,
    'Another server already works on this data folder',
    'Stop that server, or give this one a folder of its own.',
  ),
  data_dir_unusable: entry(
    5,
    'The data folder cannot be used',
    'Check that it exists, is writable, has room, and was not written by a newer StrideLab; put back a copy of a damaged store.',
  ),
  database_unusable: entry(
    5,
    'The PostgreSQL database cannot be used',
    'Check its URL, that the server answers, that the role may create tables, and that no newer StrideLab wrote the schema.',
  ),
  media_place_unusable: entry(
    5,
    'Uploads and pictures cannot be kept in their place',
    'Give --media a folder that is there or can be made, which this user may write to (not a file), or s3://bucket/prefix; without --media they lie in the data folder.',
  ),
  media_not_shared: entry(
    5,
    'Uploads and pictures do not lie where this store has them',
    'See that its volume is mounted, and give --data or --media the same place everywhere and at every start. If it is the right one and was moved, make the named file there, empty.',
  ),
  media_of_another_store: entry(
    5,
    'Another store has its uploads and pictures there',
    'Check --data, --database and --media, or give this store a place of its own: it would delete what it does not know. If the other one is gone for good, remove the named file.',
  ),
  backup_unusable: entry(5, 'The backup cannot be used', 'Take another backup; nothing has been changed.'),
  address_unavailable: entry(5, 'The server cannot listen on this address', 'Name another port or another address.'),
  webhook_unreachable: entry(
    5,
    'The webhook did not take the test event',
    'Check that its URL is reachable from this machine and answers with 2xx. Give --webhook-http and --webhook-allow as the server has them, or its settings file by --config.',
  ),
  server_unreachable: entry(
    5,
    'No server answers at this address',
    'Check the address that --url names, and that the server runs.',
  ),
  deadline_exceeded: entry(
    5,
    'The analysis took longer than it may',
    'Allow it more time, or choose a faster network; a busy machine is slower.',
  ),
  aborted: entry(130, 'Cancelled before it was done', 'Start it again if this was not intended.'),
} as const satisfies Record<string, ErrorEntry>;

/** A stable error code. */
export type ErrorCode = keyof typeof catalogue;
