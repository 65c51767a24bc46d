"use strict";

window.addEventListener("load", () => {
  window.SwaggerUIBundle({
    url: "/api/v1/openapi.yaml",
    domNode: document.getElementById("docs"),
    deepLinking: true,
    validatorUrl: null,
    defaultModelsExpandDepth: 0,
  });
});
