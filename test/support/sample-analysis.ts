import type { SideAnalysis } from '../../engine/analysis.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { type Measured, measured, withheld } from '../../engine/metrics/measured.ts';
import type { JointAngle } from '../../engine/metrics/side-view-metrics.ts';
import { asymmetry } from '../../engine/metrics/symmetry.ts';
import { type KeypointName, keypointNames } from '../../engine/pose/keypoint-names.ts';
import { crossCheck } from '../../engine/quality/cross-check.ts';
import type { RangeDeg, SegmentScore, SegmentTexts } from '../../engine/score/side-view-score.ts';
import type { Track } from '../../engine/tracks/tracks.ts';

const empty = (): Track => ({
  xPx: new Float64Array(0),
  yPx: new Float64Array(0),
  seen: new Uint8Array(0),
});

const angles = (value: Measured): JointAngle => ({
  atTouchdown: value,
  atMidStance: value,
  atToeOff: value,
  min: value,
  max: value,
  range: value,
  curveDeg: Array.from({ length: 101 }, (_, percent) => (percent === 0 ? null : percent + 0.126)),
});

const segment = (score: number, rangeGood: RangeDeg, rangeOkay: RangeDeg, texts: SegmentTexts): SegmentScore => ({
  score,
  band: score > 2 / 3 ? 'good' : score > 1 / 3 ? 'okay' : 'bad',
  rangeGood,
  rangeOkay,
  texts,
});

const good = (title: string, position: string): SegmentTexts => ({ title, position, recap: [], exercises: [] });

/** An analysis with the numbers of the contract's published samples, and one withheld value (the step length's). */
export function sampleAnalysis(): SideAnalysis {
  const joint = angles(measured(12.3456, 1.23456, 9));
  const both = { left: joint, right: angles(withheld('keypoints_missing')) };
  return {
    view: 'side',
    shoes: null,
    video: {
      path: 'clip.mp4',
      container: 'mp4',
      codec: 'h264',
      widthPx: 1920,
      heightPx: 1080,
      rotationDeg: 0,
      durationS: 5,
      frameTimesS: Float64Array.from({ length: 300 }, (_, frame) => frame / 60),
      fps: 60,
      variableFrameRate: false,
      captureFps: null,
      hdr: false,
      interlaced: false,
    },
    pose: {
      network: 'blazepose-full',
      frameCount: 300,
      widthPx: 1920,
      heightPx: 1080,
      timesS: new Float64Array(0),
      xPx: new Float64Array(0),
      yPx: new Float64Array(0),
      score: new Float64Array(0),
      found: new Uint8Array(0),
      people: { lasting: 1, followed: 1, followedShare: 1, largerNotFollowed: false },
    },
    tracks: {
      frameCount: 300,
      widthPx: 1920,
      heightPx: 1080,
      timesS: new Float64Array(0),
      points: Object.fromEntries(keypointNames.map((name) => [name, empty()])) as Record<KeypointName, Track>,
      facing: -1,
      view: 'side',
      bodyHeightPx: 700.04,
      hasFeet: true,
      steadyPeriodS: null,
      legsExchanged: new Uint8Array(0),
      report: {
        legSwapsRepaired: 2,
        ambiguousFraction: 0.0312345,
        outliersRejected: 5,
        gapsFilled: 3,
        foundFraction: 1,
        bodyCutOff: false,
      },
    },
    camera: 'static',
    ground: { tiltDeg: measured(-0.456, 0.31, 6), tilted: false, growth: 0.0123, levelUncertaintyDeg: 0.46 },
    timeScale: { factor: 1, source: 'file' },
    cutsS: [],
    frameAngles: everyJoint(() => new Float64Array(0)),
    crossChecks: [
      crossCheck('left_right_stride', 'ms', 710.44, 712.06, 9.5),
      crossCheck('contact_flight_step', 'ms', 400, 430.2, 12.25),
    ],
    gait: { contacts: [], strideS: 0.71, strideSeS: 0.001, runSpeedPxS: 600, running: true },
    metrics: {
      cadenceSpm: measured(110, 0.31, 12),
      contactTimeMs: measured(280.4, 8.26, 12),
      flightTimeMs: measured(119.6, 8, 11),
      dutyFactor: measured(0.35, 0.011, 12),
      speedMps: measured(2.1234, 0.05, 10),
      speedSource: 'hips',
      stepLengthM: withheld('scale_unknown'),
      paceSPerKm: measured(471.1, 11, 10),
      verticalOscillationM: measured(0.081, 0.004, 6),
      trunkLeanDeg: measured(6.2, 1, 300),
      headGazeDeg: measured(-0.001, 1, 300),
      elbowAngleDeg: measured(95.5, 3, 12),
      frontKneeAngleDeg: measured(160, 2, 12),
      backKneeAngleDeg: measured(80, 2, 12),
      overstrideDeg: measured(3.4719, 1.2, 12),
      footAngleDeg: measured(4, 2, 12),
      strikeProbabilities: { rearfoot: 0.1, midfoot: 0.8345, forefoot: 0.0655 },
      strikePattern: 'midfoot',
      footLandings: [
        {
          step: 1,
          side: 'right',
          timeS: 0.33333,
          footAngleDeg: measured(4.123, 2, 1),
          probabilities: { rearfoot: 0.10004, midfoot: 0.83446, forefoot: 0.0655 },
          pattern: 'midfoot',
        },
        {
          step: 2,
          side: 'left',
          timeS: 0.69,
          footAngleDeg: withheld('keypoints_missing'),
          probabilities: null,
          pattern: null,
        },
      ],
      jointAngles: { ankle: both, knee: both, hip: both, shoulder: both, elbow: both },
      trunkLeanCycle: joint,
      headGazeCycle: joint,
      symmetry: {
        contactTime: asymmetry(measured(2.345, 8.1, 12)),
        stepTime: asymmetry(measured(-7.5, 5.25, 11)),
        kneeFlexion: asymmetry(withheld('keypoints_missing')),
        hipRange: asymmetry(withheld('keypoints_missing')),
        ankleRange: asymmetry(withheld('keypoints_missing')),
      },
    },
    score: {
      language: 'en',
      segments: {
        arm: segment(0.2661, [78, 88], [74, 92], {
          title: 'Arm position',
          position: 'Arms too open',
          recap: ['One.', 'Two.', 'Three.', 'Four.'],
          exercises: ['bi_reinforcement', 'tri_reinforcement'],
        }),
        back_cycle: segment(0.889, [0, 98], [98, 107], good('Back knee angle at foot strike', 'Ideal position')),
        foot: segment(0.8, [-10, 5], [5, 10], {
          ...good('Foot strike', 'Midfoot strike'),
          overstrideTitle: 'Midfoot strike ahead of center of gravity',
        }),
        forward_cycle: segment(0.5, [140, 180], [131, 140], good('Front knee', 'Ideal position')),
        head: segment(1, [-10, 10], [-14, 14], good('Head', 'Ideal position')),
        trunk: { ...segment(0.07, [4, 10], [2, 12], good('Trunk', 'Unknown')), score: null, band: null },
      },
      totalScore: 0.58799,
      styles: [
        { id: 'bounce', title: 'Bounce', animal: 'gazelle', percentage: 61.26, summary: 'Light.' },
        { id: 'push', title: 'Push', animal: 'horse', percentage: 38.74, summary: 'Strong.' },
      ],
      overstrideBand: 'good',
    },
  };
}
