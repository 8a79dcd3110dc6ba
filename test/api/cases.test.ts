import { describeCases } from './run/describe-cases.ts';
import { openTarget } from './run/open-target.ts';

describeCases(openTarget);
