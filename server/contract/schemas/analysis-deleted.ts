import { Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { closed } from './nullable.ts';

export const AnalysisDeletedSchema = Type.Object(
  { message: Type.Literal('Analysis deleted') },
  { ...closed, title: 'AnalysisDeleted', ...ours('analysis_delete') },
);
