import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { isIntrinsic, type Resource, type Template } from './template'

/** AWS's own description of every resource type, from the package that the CDK is made of. */
const spec = loadAwsServiceSpecSync()
const describe = (type: string) => spec.lookup('resource', 'cloudFormationType', 'equals', type)[0]
type Properties = NonNullable<ReturnType<typeof describe>>['properties']
type PropertyType = Properties[string]['type']

function problemsOfValue(type: PropertyType, value: unknown, at: string): string[] {
  if (isIntrinsic(value)) return []
  const is = (...kinds: string[]) => (kinds.includes(typeof value) ? [] : [`${at}: ${typeof value} for ${type.type}`])
  switch (type.type) {
    case 'string':
    case 'date-time':
      return is('string')
    case 'number':
    case 'integer':
      return is('number')
    case 'boolean':
      return is('boolean')
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((each, index) => problemsOfValue(type.element, each, `${at}[${index}]`))
        : [`${at}: no list`]
    case 'map':
      return Object.entries(value as object).flatMap(([key, each]) =>
        problemsOfValue(type.element, each, `${at}.${key}`),
      )
    case 'ref':
      return problemsOfProperties(spec.get('typeDefinition', type.reference).properties, value as object, at)
    case 'union': {
      const problems = type.types.map((each) => problemsOfValue(each, value, at))
      return problems.find((found) => found.length === 0) ?? problems[0] ?? []
    }
    default:
      return []
  }
}

function problemsOfProperties(known: Properties, given: object, at: string): string[] {
  const missing = Object.entries(known).filter(([name, { required }]) => required && !(name in given))
  return [
    ...missing.map(([name]) => `${at}.${name}: missing`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const property = known[name]
      return property ? problemsOfValue(property.type, value, `${at}.${name}`) : [`${at}.${name}: unknown`]
    }),
  ]
}

function problemsOfResource([name, { Type, Properties = {} }]: [string, Resource]): string[] {
  const description = describe(Type)
  return description
    ? problemsOfProperties(description.properties, Properties, name)
    : [`${name}: unknown type ${Type}`]
}

/** Where a template is not what AWS describes: unknown or missing properties, values of another type. */
export const problemsOf = ({ Resources }: Template): string[] => Object.entries(Resources).flatMap(problemsOfResource)

/** Whether `Fn::GetAtt` can answer for it: Resource.Attribute. */
export function hasAttribute({ Resources }: Template, reference: string): boolean {
  const [name = '', ...attribute] = reference.split('.')
  return attribute.join('.') in (describe(Resources[name]?.Type ?? '')?.attributes ?? {})
}
