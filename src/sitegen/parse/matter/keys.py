"""The names of front-matter keys: ours, and what other generators call the same thing."""

import re
from functools import lru_cache

KNOWN = (
    "title", "description", "date", "updated", "authors", "author", "tags", "section", "image", "faq", "corrections",
    "related", "unrelated", "aliases", "slug", "path", "draft", "featured", "type", "series", "part", "language",
    "translations", "license", "canonical", "key_points", "sources", "audio", "toc", "comments", "noindex", "template",
    "callouts", "name", "role", "kind", "email", "same_as",
)  # fmt: skip
"""Every key of the format, as the guide spells it."""

_ALIASES = {
    "title": "headline post_title titre titel título titulo titolo",
    "description": "excerpt post_excerpt custom_excerpt summary intro subtitle sub_title subheadline sub_headline "
    "deck dek teaser abstract standfirst lede desc meta_description seo_description",
    "date": "published pub_date publish_date published_at published_date publication_date pub_datetime "
    "published_on date_published post_date created created_at date_created created_time posted",
    "updated": "lastmod modified last_modified last_modified_at last_updated updated_at modified_at updated_date "
    "date_modified date_updated last_edited last_edited_time mod_datetime updated_on",
    "authors": "author primary_author byline by writer contributors created_by auteur auteurs autor "
    "autorin autores autore autori",
    "tags": "tag keywords topics taxonomies_tags",
    "section": "category categories channel",
    "image": "images cover cover_image featured_image feature_image preview_img preview_image thumbnail og_image hero "
    "hero_image header_image banner social_image lead_image teaser_image main_image image_url cover_image_url "
    "featured_image_url cover_url",
    "image_alt": "alt cover_alt hero_alt thumbnail_alt banner_alt featured_image_alt feature_image_alt preview_img_alt",
    "image_caption": "cover_caption featured_image_caption feature_image_caption",
    "image_credit": "cover_credit featured_image_credit image_source",
    "faq": "faqs questions",
    "callouts": "callout",
    "did_you_know": "fun_fact",
    "pro_tip": "pro_tips",
    "real_life_example": "real_life_examples real_world_example",
    "corrections": "correction errata",
    "aliases": "alias redirect_from redirects old_urls",
    "path": "permalink url",
    "slug": "url_slug suggested_slug",
    "series": "serie",
    "part": "series_order series_part",
    "language": "lang locale",
    "license": "licence",
    "canonical": "canonical_url original_url",
    "key_points": "takeaways key_takeaways tldr highlights",
    "sources": "references bibliography",
    "comments": "comment",
    "noindex": "no_index robots_no_index unlisted",
    "audio": "podcast",
    "related": "related_posts related_articles you_may_also_like you_might_also_like see_also further_reading",
    "template": "layout_template",
    "featured": "pinned",
    "draft": "is_draft",
    **dict.fromkeys(("translation_key", "status", "visibility", "private", "robots"), ""),
    "same_as": "profiles",
    "role": "job_title",
}
ELSEWHERE = {
    word: key
    for key, words in (
        ("title", "titel titre título titulo titolo tytuł заголовок başlık タイトル 标题 標題 제목 العنوان"),
        ("author", "autor autorin autora auteur auteure autore författare автор yazar 著者 作者 작성자 글 الكاتب"),
        ("description", "beschreibung descripción descrição descrizione beschrijving beskrivning opis описание опис"),
        ("description", "açıklama 説明 概要 描述 摘要 설명 الوصف"),
        ("language", "sprache langue idioma lingua taal språk język язык мова dil 言語 语言 語言 언어 اللغة"),
        ("date", "datum fecha data дата tarih 公開日 日付 日期 发布日期 發布日期 날짜 التاريخ"),
        ("tags", "schlagwörter schlagworte etiquetas étiquettes trefwoorden tagi теги etiketler タグ 标签 標籤 태그"),
        ("tags", "الوسوم"),
        ("category", "kategorie catégorie categoría categorie kategoria категория kategori カテゴリー 分类 التصنيف"),
        ("image", "imagen imagem immagine afbeelding изображение 画像 图片 圖片 이미지 صورة תמונה تصویر चित्र"),
        # Hebrew, Persian, Hindi.
        *(("title", "כותרת عنوان शीर्षक"), ("author", "מחבר כותב نویسنده लेखक"), ("tags", "תגיות टैग")),
        *(("description", "תקציר תיאור توضیحات विवरण"), ("language", "שפה زبان भाषा")),
        *(("date", "תאריך تاریخ दिनांक तारीख"), ("category", "קטגוריה دسته श्रेणी")),
    )
    for word in words.split()
}
"""What other languages call a key."""
_OFTEN = ("category", "categories", "keywords", "excerpt", "summary", "subtitle", "lastmod", "cover")
# Other programs' keys that mean nothing here and are near nothing.
_FOREIGN = frozenset((
    "layout", "weight", "menu", "id", "order", "math", "katex", "mermaid", "sidebar", "navorder", "parent",
    "extra", "taxonomies", "data", "dates", "page", "parts", "sort", "place", "rating", "source", "doc",
    "top", "resources", "translator", "translators", "seotitle",
))  # fmt: skip


def squeeze(key: str) -> str:
    """Return the key without what writers vary: case, `-`, `_` and spaces."""
    return key.replace("_", "").replace("-", "").replace(" ", "").casefold()


_MEANINGS = {squeeze(name): name for name in (*KNOWN, *_ALIASES)} | {
    squeeze(alias): name for name, aliases in _ALIASES.items() for alias in aliases.split()
}


@lru_cache(maxsize=4096)
def meaning(key: str) -> str:
    """Return the key of the format that `key` stands for, or an empty string."""
    return _MEANINGS.get(squeeze(key), "")


def is_own(key: str) -> bool:
    """Tell whether `key` is written as the format has it, and not as an alias."""
    return key in KNOWN


@lru_cache(maxsize=4096)
def suggestion(key: str) -> str:
    """Return the known key that an unknown one is most likely a misspelling of, or an empty string."""
    written = squeeze(key)
    if written in _FOREIGN or len(written) < 3:
        return ""
    most = 1 if len(written) <= 5 else 2
    # A word of its own in a longer key (`author_id`) is no misspelling.
    whole = {word.casefold() for word in re.split(r"[-_ ]|(?<=[a-z])(?=[A-Z])", key)}
    inside = {*whole, *(f"{word}s" for word in whole)} if len(whole) > 1 else set()
    names = [name for name in (*KNOWN, *_OFTEN) if name not in inside]
    near = [(slips, name) for name in names if (slips := _slips(written, squeeze(name))) <= most]
    return min(near)[1] if near else ""


def _slips(written: str, meant: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next."""
    if abs(len(written) - len(meant)) > 2:
        return 9
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, char in enumerate(written, start=1):
        earlier, before = before, row
        row = [i]
        for j, other in enumerate(meant, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == meant[j - 2] and written[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
