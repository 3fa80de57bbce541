/** A route as the framework lists it. */
export type ListedRoute = { id: string; parentId?: string | undefined; path?: string | undefined }

/** The whole addresses of listed routes, such as /C/:token, each once. */
export function patternsOf(routes: readonly ListedRoute[]): string[] {
  const byId = new Map(routes.map((route) => [route.id, route]))
  const whole = ({ parentId, path = '' }: ListedRoute): string => {
    const parent = parentId === undefined ? undefined : byId.get(parentId)
    return [...(parent === undefined ? [] : whole(parent).split('/')), ...path.split('/')].filter((part) => part !== '').join('/')
  }
  return [...new Set(routes.map((route) => `/${whole(route)}`))]
}

type Node = { fixed: Map<string, Node>; any: Node | null; pattern: string | null; rest: string | null }
const node = (): Node => ({ fixed: new Map(), any: null, pattern: null, rest: null })

const isAny = (part: string): boolean => part.startsWith(':')

function grow(root: Node, pattern: string): void {
  let at = root
  for (const part of pattern.split('/').filter((one) => one !== '')) {
    if (part === '*') {
      at.rest = pattern
      return
    }
    const key = part.toLowerCase()
    const next = isAny(part) ? (at.any ?? node()) : (at.fixed.get(key) ?? node())
    if (isAny(part)) at.any = next
    else at.fixed.set(key, next)
    at = next
  }
  at.pattern = pattern
}

function find(at: Node, parts: readonly string[], place: number): string | null {
  const part = parts[place]
  if (part === undefined) return at.pattern ?? at.rest
  const fixed = at.fixed.get(part.toLowerCase())
  const found = fixed === undefined ? null : find(fixed, parts, place + 1)
  return found ?? (at.any === null ? null : find(at.any, parts, place + 1)) ?? at.rest
}

/** Finds the pattern that an address belongs to, words before parameters; 'other' for one that belongs to none. The address itself is never repeated. */
export function patternFinder(patterns: readonly string[]): (address: string) => string {
  const root = node()
  for (const pattern of patterns) grow(root, pattern)
  return (address) => {
    const [path = ''] = address.split(/[?#]/, 1)
    const parts = path.split('/').filter((part) => part !== '')
    return parts.length > 30 ? 'other' : (find(root, parts, 0) ?? 'other')
  }
}
