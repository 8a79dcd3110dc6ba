import { Document, isScalar, type Node, visit } from 'yaml';
import { openApiDocument } from './document.ts';

/** The OpenAPI document as YAML. @param baseUrl Where the server is reached. */
export function openApiYaml(baseUrl: string): string {
  const document = new Document(openApiDocument(baseUrl), { aliasDuplicateObjects: false });
  visit(document, {
    // Ranges and curves read better on one line than on a hundred.
    Seq: (_key, sequence) => {
      sequence.flow = sequence.items.length > 0 && (sequence.items as readonly Node[]).every(isNumberOrNull);
    },
  });
  return document.toString({ lineWidth: 140 });
}

const isNumberOrNull = (node: Node): boolean =>
  isScalar(node) && (typeof node.value === 'number' || node.value === null);
