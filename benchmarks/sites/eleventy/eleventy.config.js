// What the site in ../sitegen makes, as far as Eleventy makes it without plugins: no related articles, no contents, no
// coloured code.

const SIZE = 20;
const KINDS = { authors: (data) => data.authors, sections: (data) => [data.section], tags: (data) => data.topics };

/** The articles of each term, newest first. */
function grouped(api, termsOf) {
  const found = new Map();
  for (const article of newest(api)) {
    for (const term of termsOf(article.data)) {
      if (!found.has(term)) found.set(term, []);
      found.get(term).push(article);
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function newest(api) {
  return api.getFilteredByGlob("content/articles/*.md").reverse();
}

module.exports = function (eleventy) {
  eleventy.addPassthroughCopy({ "static/css": "css" });
  eleventy.addCollection("articles", newest);
  for (const [kind, termsOf] of Object.entries(KINDS)) {
    eleventy.addCollection(kind, (api) => grouped(api, termsOf).map(([name, articles]) => ({ name, articles })));
    eleventy.addCollection(`${kind}Pages`, (api) =>
      grouped(api, termsOf).flatMap(([name, articles]) => {
        const pages = Math.ceil(articles.length / SIZE);
        return Array.from({ length: pages }, (_, at) => ({
          name,
          number: at + 1,
          pages,
          articles: articles.slice(at * SIZE, (at + 1) * SIZE),
        }));
      }),
    );
  }
  eleventy.addFilter("first", (articles) => articles.slice(0, SIZE));
  eleventy.addFilter("iso", (date) => new Date(date).toISOString());
  eleventy.addFilter("rfc822", (date) => new Date(date).toUTCString());
  const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  eleventy.addFilter("day", (date) => days.format(new Date(date)));
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
};
