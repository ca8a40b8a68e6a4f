import json

from sitegen.render.pages.jsonld import graph, node, reference, script_json


def test_no_text_can_leave_the_script():
    hostile = "</script><!-- & \u2028\u2029 ]]>"
    text = script_json({"a": hostile})

    assert not set("<>&\u2028\u2029") & set(text)
    assert {"a": hostile} == json.loads(text)


def test_a_node_says_only_what_it_knows():
    assert {"@type": "Person", "@id": "#p", "name": "A", "age": 0, "ok": True, "tags": ["x"]} == node(
        "Person", "#p", name="A", age=0, ok=True, tags=("x",), url="", image=None, list=[], empty=()
    )
    assert {"@type": "Thing"} == node("Thing")
    assert {"@id": "#p"} == reference("#p")


def test_a_graph_takes_nodes_and_ready_json():
    assert {"@context": "https://schema.org", "@graph": [{"@type": "A"}, {"@type": "B"}]} == json.loads(
        graph([node("A")], ready='{"@type":"B"}')
    )
    assert [] == json.loads(graph([]))["@graph"]
