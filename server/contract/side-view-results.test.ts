import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { SuccessSchema } from './schemas/results.ts';
import { toSideViewAnalysisBody } from './side-view-results.ts';
import { toSuccessBody } from './success-body.ts';

const id = '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11';
const media = { thumbnail: 'https://host/t.jpg', outputVideo: 'https://host/v.mp4' };
const analysisBody = () => toSideViewAnalysisBody(sampleAnalysis());
const body = () => toSuccessBody(id, { biomechanicalAnalysis: analysisBody() }, media);

it('writes the documented fields in the documented order', () => {
  expect(Object.keys(body())).toEqual([
    'video_id',
    'status',
    'percentage',
    'thumbnail',
    'output_video',
    'biomechanical_analysis',
  ]);
  const { analysis_content: content } = analysisBody();
  expect(Object.keys(content)).toEqual(['arm', 'back_cycle', 'foot', 'forward_cycle', 'head', 'trunk']);
  expect(JSON.stringify(content.arm)).toBe(
    '{"range_good":[78,88],"range_okay":[74,92],"score_number":0.266,"texts":{"exercice":["bi_reinforcement",' +
      '"tri_reinforcement"],"position":"Arms too open","title":"Arm position","recap":["One.","Two.","Three.","Four."]}}',
  );
  expect(JSON.stringify(content.back_cycle)).toBe(
    '{"range_good":[0,98],"range_okay":[98,107],"score_number":0.889,"texts":{"position":"Ideal position",' +
      '"title":"Back knee angle at foot strike"}}',
  );
  expect(JSON.stringify(content.foot)).toBe(
    '{"foot_strike_pattern":"midfoot","range_good":[-10,5],"range_okay":[5,10],"score_number":0.8,"texts":' +
      '{"position":"Midfoot strike","title":"Foot strike","overstride_title":"Midfoot strike ahead of center of gravity"}}',
  );
});

it('gives styles as an array, best first, and null where a score is unknown', () => {
  const analysis = analysisBody();
  expect(analysis.running_styles[0]).toEqual({
    title: 'Bounce',
    animal: 'gazelle',
    percentage: 61.3,
    summary: 'Light.',
  });
  expect(analysis.analysis_content.trunk.score_number).toBeNull();
  expect(analysis.total_score).toBe(0.588);
});

it('matches its schema', () => {
  expect(Value.Errors(SuccessSchema, body())).toEqual([]);
});
