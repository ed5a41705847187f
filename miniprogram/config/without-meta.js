/** Drops `.meta({ … })` from schemas: what it says is for the OpenAPI document, which no phone prints. */
module.exports = function withoutMeta() {
  return {
    visitor: {
      CallExpression(path) {
        const { callee, arguments: given } = path.node
        const described =
          callee.type === 'MemberExpression' &&
          !callee.computed &&
          callee.property.name === 'meta' &&
          given.length === 1 &&
          given[0].type === 'ObjectExpression'
        if (described) path.replaceWith(callee.object)
      },
    },
  }
}
