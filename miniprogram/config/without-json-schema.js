/** Zod can describe a schema as JSON Schema: 20 KB that make the OpenAPI document and nothing on a phone. */
module.exports = function withoutJsonSchema() {
  const inZod = ({ filename }) => /node_modules[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/.test(filename ?? '')
  return {
    visitor: {
      /** inst._zod.processJSONSchema = … */
      AssignmentExpression(path, state) {
        if (!inZod(state) || path.node.left.property?.name !== 'processJSONSchema') return
        path.parentPath.remove()
      },
      /** toJSONSchema(params) { … } */
      ObjectMethod(path, state) {
        if (inZod(state) && path.node.key.name === 'toJSONSchema') path.remove()
      },
      /** jsonSchema: { input: …, output: … } of the standard that Zod shares with other libraries */
      ObjectProperty(path, state) {
        if (inZod(state) && path.node.key.name === 'jsonSchema') path.remove()
      },
    },
  }
}
