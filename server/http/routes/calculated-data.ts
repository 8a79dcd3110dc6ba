import type { FastifyInstance } from 'fastify';
import { getCalculatedData } from '../../contract/operations/get-calculated-data.ts';
import { addRoute } from '../add-route.ts';
import { findFinished } from '../find-analysis.ts';
import type { ServerContext } from '../server-context.ts';

/** `GET /analysis/{analysis_id}/results/calculated_data`: the numbers of a finished analysis. */
export function calculatedDataRoute(app: FastifyInstance, context: ServerContext): void {
  addRoute(app, getCalculatedData, async (call) => {
    const { result } = await findFinished(context, call);
    return { status: 200, body: result.calculatedData };
  });
}
