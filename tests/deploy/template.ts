/** CloudFormation as osls writes it. */
export interface Resource {
  Type: string
  Properties?: Record<string, unknown>
  DependsOn?: string | string[]
  Condition?: string
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}
export interface Template {
  Resources: Record<string, Resource>
  Conditions?: Record<string, unknown>
  Outputs?: Record<string, unknown>
}

/** An object with one key that CloudFormation replaces by a value. */
export const isIntrinsic = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const [key = '', ...others] = Object.keys(value)
  return others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))
}

/** Every object and text inside a value. */
function* within(value: unknown): Generator<Record<string, unknown> | string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* within(inner)
}

/** What a template refers to: names of resources, attributes of resources, names of conditions. */
export function referencesIn(template: Template) {
  const names = new Set<string>()
  const attributes = new Set<string>()
  const conditions = new Set<string>()
  for (const part of within(template)) {
    if (typeof part === 'string') continue
    if (typeof part.Ref === 'string') names.add(part.Ref)
    if (Array.isArray(part['Fn::GetAtt'])) attributes.add(part['Fn::GetAtt'].join('.'))
    if (Array.isArray(part['Fn::If'])) conditions.add(String(part['Fn::If'][0]))
    if (typeof part.Condition === 'string') conditions.add(part.Condition)
    for (const name of [part.DependsOn ?? []].flat()) names.add(String(name))
    const [text, given = {}] = [part['Fn::Sub'] ?? []].flat() as [string?, object?]
    for (const [, name = ''] of (text ?? '').matchAll(/\$\{([^!}]+)\}/g))
      if (!(name in given)) (name.includes('.') ? attributes : names).add(name)
  }
  return { names: [...names].filter((name) => !name.startsWith('AWS::')), attributes: [...attributes], conditions }
}

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: unknown
}

/** What the roles of a template allow: one line for each role, action and resource. */
export function rightsIn({ Resources }: Template): { role: string; action: string; on: string; condition?: unknown }[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([role, { Properties = {} }]) =>
      (Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[])
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Action, Resource, Condition }) =>
          [Action].flat().flatMap((action) =>
            (Array.isArray(Resource) ? Resource : [Resource]).map((on) => ({
              role,
              action,
              on: isIntrinsic(on) && Array.isArray(on['Fn::GetAtt']) ? on['Fn::GetAtt'].join('.') : JSON.stringify(on),
              ...(Condition !== undefined && { condition: Condition }),
            })),
          ),
        ),
    )
}
