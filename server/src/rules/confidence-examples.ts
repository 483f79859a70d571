/** A finding of the examples with a judgement of confidence about which nothing is the matter. */
export const namedFinding = `
=== synthesis.md ===
## Reframing of identity

### Strengths

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- finding: worth -->
`;

const components = ['methodological-limitations', 'coherence', 'adequacy', 'relevance'] as const;

/** A judgement of the finding of the examples, component by component, and the overall one; each in one line. */
export function judgementOf(
  told: Partial<Record<(typeof components)[number], string>>,
  overall = 'confidence: {level: moderate, because: the minor concerns count together}',
): string {
  const minor = '{concern: minor, because: two studies alone}';
  const lines = components.flatMap(name => (told[name] === '' ? [] : [`  ${name}: ${told[name] ?? minor}`]));
  return `${namedFinding}=== confidence.yaml ===
worth:
${lines.join('\n')}
  ${overall}
`;
}
