/** What a phone asks of a route: where it is and who may call it. The rest is for the server and its documents. */
const KEPT = new Set(['method', 'path', 'access', 'produces'])

/** Leaves out of `declare({ … })` what no phone reads: the schemas of input and output above all. Their types stay. */
module.exports = function bareRoutes() {
  return {
    visitor: {
      CallExpression({ node }) {
        if (node.callee.name !== 'declare' || node.arguments[0]?.type !== 'ObjectExpression') return
        for (const route of node.arguments[0].properties)
          if (route.value?.type === 'ObjectExpression')
            route.value.properties = route.value.properties.filter(
              (property) => property.type === 'ObjectProperty' && KEPT.has(property.key.name),
            )
      },
    },
  }
}
