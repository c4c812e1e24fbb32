import pytest

from newslint.similarity import normal_form
from newslint.similarity.tongues import speaks


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Rain fell on Der Spiegel and the MIT.", "", id="English with German names"),
        pytest.param("The auction of Die Welt was won by mit and und.", "", id="English that quotes"),
        pytest.param("De man die ziek was en het kind van de buurvrouw zijn in Gent.", "", id="Dutch"),
        pytest.param("Der er mange der har den bog, og mit hus er lille.", "", id="Danish"),
        pytest.param("Den man som var med dem och sade att det var bra.", "", id="Swedish"),
        pytest.param("O homem que foi com os filhos da casa não é do Porto.", "", id="Portuguese"),
        pytest.param("La gente che era con il sindaco di Roma non ha la casa.", "", id="Italian"),
        pytest.param("Los Angeles and El Paso are in the west of Las Vegas", "", id="English with Spanish names"),
        pytest.param("Bei einem Brand in Rostock sind zwölf Menschen gestorben.", "de", id="German"),
        pytest.param("Der Zug kam am Abend mit dem Fahrer an.", "de", id="German of shared words alone"),
        pytest.param("Les élèves sont dans la cour avec leur maître.", "fr", id="French"),
        pytest.param("El alcalde y los vecinos fueron a la plaza.", "es", id="Spanish"),
    ],
)
def test_the_language_of_a_sentence(text: str, language: str) -> None:
    words = normal_form([text]).decode().split()
    assert [one for one in ("de", "fr", "es") if speaks(one, words)] == [one for one in (language,) if one]
