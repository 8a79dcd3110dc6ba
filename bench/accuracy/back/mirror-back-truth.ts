import type { BackViewTruth } from '../../../fixtures/runner/frontal-truth.ts';

/** The truth of the clip seen in a mirror: left and right exchanged. */
export const mirrorBackTruth = (truth: BackViewTruth): BackViewTruth => ({
  ...truth,
  trunkLateralLeanDeg: -truth.trunkLateralLeanDeg,
  sides: { left: truth.sides.right, right: truth.sides.left },
  contacts: truth.contacts.map((contact) => ({ ...contact, side: contact.side === 'left' ? 'right' : 'left' })),
});
