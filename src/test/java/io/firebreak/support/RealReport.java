package io.firebreak.support;

import java.util.List;
import java.util.Map;

/**
 * A report as real life writes them, and the statement that answers it; {@code docs/cases.md} says where they come from. Each has
 * something in it that a careless program would stumble over.
 *
 * @param language of all texts
 * @param category what kind of trouble it is, by the words of the form
 * @param words a part of the answer that the public must find on the page
 */
public record RealReport(
        String language, String category, String title, String description, String answer, String words) {

    /** The facts of an own slip, the one kind that has no cool-down to wait for. */
    public static final Map<String, Object> OWN_SLIP =
            Map.of("category", "OWN_SLIP", "spread", "STEADY", "negativeSharePercent", 20, "safetyRisk", false);

    public static final List<RealReport> FOUR = List.of(
            new RealReport(
                    "es",
                    "Something of ours offends people",
                    "Publicamos una broma que ofende a las personas mayores 😡",
                    "El tuit de las 9:40 decía «demasiado viejos para entenderlo». Ya hay 312 respuestas. "
                            + "<img src=x onerror=alert(1)>",
                    "Esta mañana publicamos una frase que ofendió a muchas personas.\n\n"
                            + "Nos equivocamos y pedimos disculpas. No la borramos: la rectificamos aquí.",
                    "Nos equivocamos y pedimos disculpas."),
            new RealReport(
                    "it",
                    "A hostile dispute",
                    "Flame sulla pagina: «Siete dei ladri!» 🔥",
                    "Un utente con 40.000 follower accusa l'azienda: perché nessuno risponde? È sabato sera.",
                    "Abbiamo letto le vostre critiche.\n\nStiamo verificando che cosa è successo e scriviamo di "
                            + "nuovo entro le 18. <script>alert(1)</script>",
                    "Abbiamo letto le vostre critiche."),
            new RealReport(
                    "pl",
                    "A fault in a product or service",
                    "Kryzys w weekend: sklep wysłał zepsute paczki „Żółć”",
                    "Klienci piszą wulgarne komentarze, telefon prezesa jest poza zasięgiem. Zdjęcia krążą na FB.",
                    "Część paczek dotarła uszkodzona – to nasz błąd.\n\nKażdą wymienimy do piątku. "
                            + "Zgłoszenia: https://sklep.example/wymiana",
                    "Każdą wymienimy do piątku."),
            new RealReport(
                    "en",
                    "A competitor or a troll",
                    "Is it a troll? \u200fتعليق\u200f about our \"poisoned\" tea ☕️",
                    "An account made yesterday repeats the same words under every post.\n\n{{7*7}} ${7*7} "
                            + "'; DROP TABLE firebreak.crisis_case; --",
                    "A post says that our tea is unsafe. It is not: here is the laboratory's report.\n\n"
                            + "We answer questions at https://tea.example/facts until Sunday.",
                    "A post says that our tea is unsafe."));

    /** What is handed in with the statement, as the engine's REST API takes it. */
    public Map<String, Object> statement() {
        return Map.of("language", language, "title", title, "body", answer, "apology", language.equals("es"));
    }
}
