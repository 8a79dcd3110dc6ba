import { describeCases } from '../api/run/describe-cases.ts';
import { EmulatorTarget } from './emulator-target.ts';

describeCases((words) => EmulatorTarget.start(words));
