package io.firebreak.roster.plan;

/** Plans without a mistake for {@link TestInstallation}. */
final class Plans {

    /** Every kind of entry, with every key but the file of days off. */
    static final String FULL =
            """
            brands:
              Our brand:
                zone: Europe/Madrid
            people:
              anna:
                roles: [spokesperson]
                areas: [Logistics]
                languages: [pl, en-GB]
                zone: Europe/Warsaw
                calendar: warsaw
                reachable: always
                means:
                  - tasklist
                  - email
                  - email: anna@home.example
                    after: 5 min
                  - webhook: phones
                    address: +48 000
                    after: PT10M
                stand-in: luca
              luca:
                roles: [spokesperson]
                languages: [it]
                zone: Europe/Rome
              giulia:
                roles: [crisislead]
                languages: [it]
                zone: Europe/Rome
            calendars:
              warsaw:
                zone: Europe/Warsaw
                hours:
                  mon-thu: 09:00-13:00, 14:00-17:30
                  sat: 22:00-06:00
                holidays:
                  country: pl
            rotations:
              weekend:
                zone: Europe/Madrid
                people: [anna, luca]
                begin: 2026-01-03 09:00
                turn: 1 week
                days: [sat, sun]
                hours: 20:00-08:00
            chains:
              - name: Worst
                role: spokesperson
                severities: [S1, S2]
                levels:
                  - ask:
                      - on call: weekend
                      - person: anna
                    within: 15 min
                    acknowledgements: 2
                  - ask:
                      - everybody: crisislead
                      - owners of the area
                    within: 1 h 30 min
                again: 5 min
              - name: Usual
                role: spokesperson
                levels:
                  - ask: [{everybody: spokesperson}]
                    within: 1 day
                again: 2 h
            areas:
              Logistics:
                owners: [anna]
            experts:
              - name: Clear Words
                subject: crisis
                contact: by mail
                agency: true
            allies:
              - name: Retailers
                contact: press office
                languages: [es]
            touch points:
              - name: Shops
                owner: anna
                channel: shops
            webhooks:
              phones:
                form: goalert
                url: https://goalert.example.org/api/v2/generic/incoming
                secret: on-call
              chat:
                form: slack
                secret: on-call
            retention:
              messages: 30 days
            compensation:
              - brands: [Our brand]
                currency: EUR
                person: 50
                case: 199.90
                month: 500
                agrees: crisislead
            """;

    /** No more than a plan needs. */
    static final String SMALL =
            """
            people:
              anna:
                roles: [spokesperson]
                languages: [en]
                zone: Europe/Warsaw
              luca:
                languages: [en]
                zone: Europe/Rome
            chains:
              - name: Usual
                role: spokesperson
                levels:
                  - ask:
                      - everybody: spokesperson
                    within: 15 min
                again: 5 min
            """;

    private Plans() {}
}
